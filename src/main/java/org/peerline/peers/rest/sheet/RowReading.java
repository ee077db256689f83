package org.peerline.peers.rest.sheet;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.peerline.api.input.MobileNumbers;
import org.peerline.api.input.json.RecordReading;
import org.peerline.api.problem.Violation;
import org.peerline.peers.ImportPeers.Entry;
import org.peerline.peers.availability.HoursParser;
import org.peerline.peers.rest.NewPeer;
import org.peerline.peers.rest.sheet.Spreadsheet.Row;

/** Reads a row as what {@code POST /v1/peers} takes, by the very same rules, so that both doors let in the same. */
@Singleton
class RowReading {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final Pattern SEVERAL = Pattern.compile("[;|\\n]");

    private final RecordReading reading;
    private final MobileNumbers mobiles;

    RowReading(RecordReading reading, MobileNumbers mobiles) {
        this.reading = reading;
        this.mobiles = mobiles;
    }

    /**
     * The entry; empty when the row has faults, which are added with their row and column.
     *
     * @param missing columns that the sheet should have and has not
     */
    Optional<Entry> read(Row row, Map<SheetColumn, Integer> columns, Set<String> missing, List<Violation> faults) {
        var found = new ArrayList<Violation>();
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        Optional<UUID> id = Optional.empty();
        for (var column : columns.entrySet()) {
            String cell = FormulaCell.plain(row.cell(column.getValue()));
            if (cell.isEmpty()) {
                continue;
            }
            if (column.getKey() == SheetColumn.ID) {
                id = id(cell, found);
            } else {
                put(object, column.getKey(), cell, found);
            }
        }
        var read = reading.read(NewPeer.class, object);
        read.faults().stream()
                .filter(fault -> !missing.contains(fault.field()))
                .filter(fault -> found.stream().noneMatch(known -> known.field().equals(fault.field())))
                .forEach(found::add);
        found.forEach(fault -> faults.add(new Violation(at(row.number(), fault.field()), fault.message())));
        if (!found.isEmpty() || !missing.isEmpty()) {
            return Optional.empty();
        }
        NewPeer peer = read.value();
        var profile = peer.profile(mobiles.read(peer.mobileNumber()).orElseThrow());
        var given = columns.keySet().stream().map(SheetColumn::property).collect(Collectors.toSet());
        return Optional.of(new Entry(row.number(), id, profile, given, Optional.ofNullable(peer.status())));
    }

    private static void several(String cell, ArrayNode into) {
        SEVERAL.splitAsStream(cell)
                .map(FormulaCell::plain)
                .filter(name -> !name.isEmpty())
                .forEach(into::add);
    }

    /** How a cell is named in a fault. */
    static String at(int row, String column) {
        return "row[" + row + "]." + column;
    }

    private static Optional<UUID> id(String cell, List<Violation> faults) {
        try {
            return Optional.of(UUID.fromString(cell));
        } catch (IllegalArgumentException noId) {
            faults.add(new Violation("id", "Must be an id of ours, or empty for somebody new."));
            return Optional.empty();
        }
    }

    private static void put(ObjectNode object, SheetColumn column, String cell, List<Violation> faults) {
        String property = column.property();
        switch (column) {
            case CAPACITY, MONTHLY_CAP -> {
                if (NUMBER.matcher(cell).matches()) {
                    object.put(property, Integer.parseInt(cell));
                } else {
                    object.put(property, cell);
                }
            }
            case GENDER, STATUS ->
                object.put(property, cell.toUpperCase(Locale.ROOT).replaceAll("[ -]+", "_"));
            case EMPLOYERS -> several(cell, object.putArray(property));
            case AVOID_NAMES -> several(cell, object.withObject("/avoid").putArray("names"));
            case AVOID_EMPLOYERS -> several(cell, object.withObject("/avoid").putArray("employers"));
            case AVAILABILITY -> {
                var hours = HoursParser.parse(cell);
                hours.fault().ifPresent(why -> faults.add(new Violation(property, why.sentence())));
                var spans = object.putArray(property);
                hours.spans()
                        .forEach(span -> spans.addObject()
                                .put("day", span.day().name())
                                .put("from", CLOCK.format(span.from()))
                                .put("to", CLOCK.format(span.to())));
            }
            case AWAY -> {
                var days = DaysAwayParser.parse(cell);
                days.fault().ifPresent(sentence -> faults.add(new Violation(property, sentence)));
                var periods = object.putArray(property);
                days.periods()
                        .forEach(period -> periods.addObject()
                                .put("from", period.startsOn().toString())
                                .put("to", period.endsOn().toString()));
            }
            default -> object.put(property, cell);
        }
    }
}
