package org.peerline.peers.rest.sheet;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.peerline.peers.Peer;
import org.peerline.peers.availability.HoursParser;
import org.peerline.peers.profile.Background;
import org.peerline.peers.profile.Identity;
import org.peerline.peers.profile.Offer;
import org.peerline.peers.profile.PeerProfile;

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
        Identity identity = profile.identity();
        Background background = profile.background();
        Offer offer = profile.offer();
        return switch (column) {
            case ID -> peer.id().toString();
            case DISPLAY_NAME -> identity.displayName();
            case FULL_NAME -> identity.fullName();
            case MOBILE_NUMBER -> identity.mobileNumber().e164();
            case GMC_NUMBER -> identity.gmcNumber();
            case JOB_ROLE -> background.jobRole();
            case SPECIALTY -> orEmpty(background.specialty());
            case GENDER -> orEmpty(background.gender());
            case REGION -> orEmpty(background.region());
            case EMPLOYERS -> several(background.employers());
            case CAPACITY -> Integer.toString(offer.capacity());
            case MONTHLY_CAP -> Integer.toString(offer.monthlyCap());
            case AVAILABILITY -> HoursParser.written(offer.availability().spans());
            case TIME_ZONE -> offer.timeZone().getId();
            case AWAY -> DaysAwayParser.written(offer.away());
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
