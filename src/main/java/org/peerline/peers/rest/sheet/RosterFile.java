package org.peerline.peers.rest.sheet;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.peerline.peers.Peer;
import org.peerline.peers.PeerProfile;
import org.peerline.peers.availability.HoursParser;

/** Writes a roster as a file that spreadsheets open and {@link RosterSheet} reads again. */
final class RosterFile {
    /** Without it one well-known spreadsheet takes the file for another encoding. */
    private static final String MARK = "\uFEFF";

    private final StringWriter text = new StringWriter();
    private final CsvWriter rows = CsvWriter.builder().bufferSize(0).build(text);

    RosterFile() {
        text.write(MARK);
        rows.writeRecord(
                Arrays.stream(SheetColumn.values()).map(SheetColumn::property).toArray(String[]::new));
    }

    void add(Peer peer, PeerProfile profile) {
        rows.writeRecord(Stream.of(SheetColumn.values())
                .map(column -> FormulaCell.neutral(cell(column, peer, profile)))
                .toArray(String[]::new));
    }

    String written() {
        return text.toString();
    }

    private static String cell(SheetColumn column, Peer peer, PeerProfile profile) {
        return switch (column) {
            case ID -> peer.id().toString();
            case DISPLAY_NAME -> profile.displayName();
            case FULL_NAME -> profile.fullName();
            case MOBILE_NUMBER -> profile.mobileNumber().e164();
            case GMC_NUMBER -> profile.gmcNumber();
            case JOB_ROLE -> profile.jobRole();
            case SPECIALTY -> orEmpty(profile.specialty());
            case GENDER -> orEmpty(profile.gender());
            case REGION -> orEmpty(profile.region());
            case EMPLOYERS -> several(profile.employers());
            case CAPACITY -> Integer.toString(profile.capacity());
            case MONTHLY_CAP -> Integer.toString(profile.monthlyCap());
            case AVAILABILITY -> HoursParser.written(profile.availability().spans());
            case TIME_ZONE -> profile.timeZone().getId();
            case AWAY -> DaysAwayParser.written(profile.away());
            case AVOID_NAMES -> several(profile.avoid().names());
            case AVOID_EMPLOYERS -> several(profile.avoid().employers());
            case STATUS -> peer.status().name();
        };
    }

    /** Each by itself looks no more like a formula than a cell may: a spreadsheet can split them into cells. */
    private static String several(List<String> values) {
        return values.stream().map(FormulaCell::neutral).collect(Collectors.joining("; "));
    }

    private static String orEmpty(Object value) {
        return value == null ? "" : value.toString();
    }
}
