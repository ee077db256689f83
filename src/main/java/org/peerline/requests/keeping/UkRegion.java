package org.peerline.requests.keeping;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What is left of an address: the nation, or the region of England, that its postcode area lies in for the most part. */
final class UkRegion {
    private static final Map<String, String> BY_AREA = new HashMap<>();

    static {
        put("Scotland", "AB DD DG EH FK G HS IV KA KW KY ML PA PH TD ZE");
        put("Wales", "CF LD LL NP SA");
        put("Northern Ireland", "BT");
        put("Crown dependencies", "GY IM JE");
        put("North East", "DH DL NE SR TS");
        put("North West", "BB BL CA CH CW FY L LA M OL PR SK WA WN");
        put("Yorkshire and The Humber", "BD DN HD HG HU HX LS S WF YO");
        put("East Midlands", "DE LE LN NG NN");
        put("West Midlands", "B CV DY HR ST SY TF WR WS WV");
        put("East of England", "AL CB CM CO HP IP LU NR PE SG SS WD");
        put("London", "BR CR DA E EC EN HA IG KT N NW RM SE SM SW TW UB W WC");
        put("South East", "BN CT GU ME MK OX PO RG RH SL SO TN");
        put("South West", "BA BH BS DT EX GL PL SN SP TA TQ TR");
    }

    private UkRegion() {}

    private static void put(String region, String areas) {
        for (String area : areas.split(" ")) {
            BY_AREA.put(area, region);
        }
    }

    /** "Other" for what belongs to no region, such as a forces post office. */
    static String of(String postcode) {
        String area = postcode.strip().toUpperCase(Locale.ROOT).replaceFirst("[0-9].*", "");
        return BY_AREA.getOrDefault(area, "Other");
    }
}
