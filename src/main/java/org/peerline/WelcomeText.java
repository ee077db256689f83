package org.peerline;

import java.util.Optional;
import org.peerline.embedded.EmbeddedSetup;

/** The lines on the console after a successful start. */
record WelcomeText(String address, String gateway, String databaseUrl, Optional<EmbeddedSetup> embedded) {

    @Override
    public String toString() {
        String here = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
        var text = new StringBuilder("Peerline is running at " + here + "\n");
        line(text, "Pages", here + "/console");
        if (gateway.equals("simulator")) {
            line(text, "Phones", here + "/simulator");
        }
        line(text, "Try the API", here + "/q/swagger-ui");
        line(text, "Contract", here + "/q/openapi");
        line(text, "Texts", texts());
        line(text, "Data", data());
        embedded.flatMap(EmbeddedSetup::adminKeyFile).ifPresent(file -> line(text, "ADMIN key", "in " + file));
        embedded.flatMap(EmbeddedSetup::newAdminKey).ifPresent(key -> line(text, "", key + "  (shown this once)"));
        line(text, "Stop", "Ctrl-C");
        return text.toString();
    }

    private String texts() {
        return gateway.equals("simulator")
                ? "SIMULATOR: NO REAL TEXTS ARE SENT (PEERLINE_SMS_GATEWAY=twilio sends them)"
                : "real texts, through " + gateway;
    }

    private String data() {
        return embedded.map(setup -> setup.dataDirectory() + " (embedded PostgreSQL and keys)")
                .orElseGet(() -> databaseUrl.replaceAll("\\?.*", "")); // what follows may hold a password
    }

    private static void line(StringBuilder text, String label, String value) {
        text.append("\n  %-12s %s".formatted(label, value));
    }
}
