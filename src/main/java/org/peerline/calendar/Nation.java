package org.peerline.calendar;

/** The four nations, whose bank holidays differ. */
public enum Nation {
    ENGLAND("eng"),
    WALES("wls"),
    SCOTLAND("sct"),
    NORTHERN_IRELAND("nir");

    private final String code;

    Nation(String code) {
        this.code = code;
    }

    /** As the library of holidays calls it. */
    String code() {
        return code;
    }
}
