package org.peerline.archive.rest;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.peerline.archive.Dossier;
import org.peerline.core.Subject;
import org.peerline.privacy.keeping.HeldRecord;

/** A dossier as a page to read or print: one file, no script, no style, nothing fetched from anywhere. */
final class DossierPage {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMMM uuuu 'at' HH:mm", Locale.UK);

    private final StringBuilder html = new StringBuilder();
    private final ZoneId zone;

    private DossierPage(ZoneId zone) {
        this.zone = zone;
    }

    static String of(Dossier dossier, ZoneId zone) {
        return new DossierPage(zone).written(dossier);
    }

    private String written(Dossier dossier) {
        html.append("<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<title>What we hold about you</title>\n</head>\n<body>\n<main>\n")
                .append("<h1>What we hold about you</h1>\n<p>Prepared on ")
                .append(said(dossier.preparedAt()))
                .append(". Times are in the time zone ")
                .append(escaped(zone.getId()))
                .append(".</p>\n<p>")
                .append(
                        dossier.entries().get(0).kind() == Subject.Kind.PEER
                                ? "What other people wrote, or were told, is theirs and not in it."
                                : "What other people were told is theirs and not in it. The words of conversations, the"
                                        + " other side's too, are in it only where they were asked for.")
                .append("</p>\n");
        dossier.parts().forEach(this::part);
        return html.append("</main>\n</body>\n</html>\n").toString();
    }

    private void part(Dossier.Part part) {
        html.append("<section>\n<h2>").append(escaped(part.heading())).append("</h2>\n");
        if (part.records().isEmpty()) {
            html.append("<p>Nothing.</p>\n");
        }
        int number = 0;
        for (HeldRecord record : part.records()) {
            number++;
            if (part.records().size() > 1) {
                html.append("<h3>")
                        .append(number)
                        .append(" of ")
                        .append(part.records().size())
                        .append("</h3>\n");
            }
            record(record);
        }
        html.append("</section>\n");
    }

    private void record(HeldRecord record) {
        html.append("<dl>\n");
        for (Map.Entry<String, Object> field : record.fields().entrySet()) {
            html.append("<dt>").append(escaped(capital(field.getKey()))).append("</dt>\n");
            if (field.getValue() instanceof Collection<?> many) {
                many.forEach(this::value);
            } else {
                value(field.getValue());
            }
        }
        html.append("</dl>\n");
    }

    private void value(Object value) {
        html.append("<dd>").append(said(value)).append("</dd>\n");
    }

    private String said(Object value) {
        if (value instanceof Boolean yes) {
            return yes ? "yes" : "no";
        }
        if (value instanceof HeldRecord.Code code) {
            return escaped(capital(code.words()));
        }
        if (value instanceof Instant at) {
            return WHEN.format(at.atZone(zone));
        }
        return escaped(value.toString());
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
