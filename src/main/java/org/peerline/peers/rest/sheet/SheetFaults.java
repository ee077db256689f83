package org.peerline.peers.rest.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.peerline.api.problem.BadInput;
import org.peerline.api.problem.Violation;
import org.peerline.peers.ImportPeers;

/** All faults of a sheet as one answer, in the order of its rows; what is too much to read is counted. */
final class SheetFaults {
    /** More would not be read by anybody at once. */
    static final int MOST = 500;

    private static final Pattern ROW = Pattern.compile("row\\[(\\d+)].*");

    private SheetFaults() {}

    static BadInput answer(List<Violation> ofTheSheet, List<ImportPeers.Fault> ofTheRoster) {
        List<Violation> all = Stream.concat(
                        ofTheSheet.stream(),
                        ofTheRoster.stream()
                                .map(fault ->
                                        new Violation(RowReading.at(fault.row(), fault.column()), fault.sentence())))
                .sorted(Comparator.comparingInt(SheetFaults::row))
                .toList();
        if (all.size() <= MOST) {
            return new BadInput(all);
        }
        var shown = new ArrayList<>(all.subList(0, MOST));
        List<Violation> more = all.subList(MOST, all.size());
        long rows = more.stream().mapToInt(SheetFaults::row).distinct().count();
        shown.add(new Violation(
                "", "... and %,d more, in %,d rows. Correct these and send it again.".formatted(more.size(), rows)));
        return new BadInput(shown);
    }

    private static int row(Violation fault) {
        Matcher row = ROW.matcher(fault.field());
        return row.matches() ? Integer.parseInt(row.group(1)) : 0;
    }
}
