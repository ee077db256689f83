package org.peerline.api.input;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The form of a UK postcode; whether it is in use only Royal Mail knows. */
public final class UkPostcode {
    /**
     * Outward and inward code as Royal Mail describes them: the inward letters never C I K M O V. Crown dependencies (GY,
     * JE, IM) and forces (BF) have the same form; GIR 0AA is the one exception.
     */
    private static final Pattern FORM = Pattern.compile(
            "(?:GIR0AA|(?:[A-PR-UWYZ](?:[0-9]{1,2}|[A-HK-Y][0-9]{1,2}|[0-9][A-HJKPSTUW]|[A-HK-Y][0-9][ABEHMNPRVWXY]))"
                    + "[0-9][ABD-HJLNP-UW-Z]{2})");

    private static final int INWARD = 3;
    private static final Pattern AREA = Pattern.compile("^[A-Z]{1,2}(?=[0-9])");

    /** Every postcode area: Great Britain and Northern Ireland, Jersey, Guernsey and Man, and the forces. */
    private static final Set<String> AREAS = Set.of(
            ("AB AL B BA BB BD BF BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN "
                            + "EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M "
                            + "ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR "
                            + "SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE")
                    .split(" "));

    private UkPostcode() {}

    /** As it is written on a letter: capitals, one space before the last three; empty when it is no postcode. */
    public static Optional<String> normalised(String written) {
        if (written == null || written.length() > 12) {
            return Optional.empty();
        }
        String plain = written.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        if (!FORM.matcher(plain).matches() || !hasKnownArea(plain)) {
            return Optional.empty();
        }
        int cut = plain.length() - INWARD;
        return Optional.of(plain.substring(0, cut) + " " + plain.substring(cut));
    }

    private static boolean hasKnownArea(String plain) {
        var area = AREA.matcher(plain);
        return !area.find() || AREAS.contains(area.group());
    }
}
