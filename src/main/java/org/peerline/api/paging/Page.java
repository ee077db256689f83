package org.peerline.api.paging;

import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of a list in stable order. {@code nextCursor} is null on the last one. */
public record Page<T>(
        @Schema(description = "The entries of this page.", maxItems = 200, required = true)
        List<T> items,

        @Schema(
                description = "Ask with this cursor for the next page; null on the last page.",
                nullable = true,
                maxLength = 64,
                pattern = "[A-Za-z0-9_-]*",
                required = true)
        String nextCursor) {

    /**
     * @param rows up to one more than was asked for ({@link PageRequest#rowsToRead}): the extra row only tells that there
     *     is a next page
     */
    public static <R, T> Page<T> of(
            List<R> rows, PageRequest asked, Function<? super R, Cursor> cursor, Function<? super R, T> view) {
        boolean more = rows.size() > asked.limit();
        List<R> shown = more ? rows.subList(0, asked.limit()) : rows;
        String next = more ? cursor.apply(shown.get(shown.size() - 1)).encoded() : null;
        return new Page<>(shown.stream().<T>map(view).toList(), next);
    }
}
