package org.peerline.console.lists;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.peerline.api.paging.Cursor;
import org.peerline.api.paging.PageRequest;

/**
 * One page of a list.
 *
 * @param cursor that led here; empty on the first page
 * @param next the cursor of the next page; empty on the last
 */
public record Sheet<T>(List<T> rows, String cursor, Optional<String> next) {

    /** @param found one row more than a page holds, where there are more */
    public static <T> Sheet<T> of(List<T> found, String cursor, PageRequest asked, Function<T, UUID> id) {
        boolean more = found.size() > asked.limit();
        List<T> shown = more ? found.subList(0, asked.limit()) : found;
        return new Sheet<>(
                shown,
                orNone(cursor),
                more
                        ? Optional.of(
                                Cursor.of(id.apply(shown.get(shown.size() - 1))).encoded())
                        : Optional.empty());
    }

    /** Everything that there is. */
    public static <T> Sheet<T> whole(List<T> rows) {
        return new Sheet<>(rows, "", Optional.empty());
    }

    public static PageRequest asked(String cursor) {
        return PageRequest.of(null, orNone(cursor).isEmpty() ? null : cursor);
    }

    public <R> Sheet<R> map(Function<T, R> shown) {
        return new Sheet<>(rows.stream().map(shown).toList(), cursor, next);
    }

    private static String orNone(String cursor) {
        return cursor == null ? "" : cursor;
    }
}
