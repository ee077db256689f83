package org.peerline.demo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.peerline.peers.Peers;
import org.peerline.requests.Requesters;
import org.peerline.sms.SmsGateway;

/** Whether this database may be filled with made-up people: never where anybody real may be in it, or would be texted. */
@ApplicationScoped
class RealPeople {
    /** Those of the demo roster, which an empty database gets on its first start. */
    private static final String MADE_UP_GMC_NUMBERS = "000000";

    private static final int MOST_MADE_UP = 6;

    private final SmsGateway gateway;
    private final Peers peers;
    private final Requesters requesters;

    RealPeople(SmsGateway gateway, Peers peers, Requesters requesters) {
        this.gateway = gateway;
        this.peers = peers;
        this.requesters = requesters;
    }

    /** Why not, in a sentence; empty when it may. */
    Optional<String> why() {
        if (!gateway.isSimulated()) {
            return Optional.of(
                    "demo-data: PEERLINE_SMS_GATEWAY sends real texts; made-up people have numbers that may be"
                            + " real people's. Nothing was changed.");
        }
        return QuarkusTransaction.requiringNew()
                .call(() -> somebodyMayBeReal()
                        ? Optional.of(
                                "demo-data: there are people in this database already, and they may be real. Name an empty"
                                        + " one with QUARKUS_DATASOURCE_JDBC_URL. Nothing was changed.")
                        : Optional.empty());
    }

    private boolean somebodyMayBeReal() {
        return requesters.count() > 0
                || peers.count() > MOST_MADE_UP
                || peers.listAll().stream()
                        .anyMatch(peer ->
                                !peers.profile(peer).identity().gmcNumber().startsWith(MADE_UP_GMC_NUMBERS));
    }
}
