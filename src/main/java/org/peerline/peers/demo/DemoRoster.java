package org.peerline.peers.demo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;
import org.peerline.audit.Actor;
import org.peerline.audit.Audit;
import org.peerline.core.Subject;
import org.peerline.peers.Peers;
import org.peerline.peers.RegisterPeer;
import org.peerline.sms.SmsGateway;

/** Gives a service that is tried out for the first time some peers, so that a request finds somebody. */
@ApplicationScoped
public class DemoRoster {
    private static final Logger LOG = Logger.getLogger(DemoRoster.class);

    private final DemoRosterConfig config;
    private final SmsGateway gateway;
    private final Peers peers;
    private final RegisterPeer registerPeer;
    private final Audit audit;

    DemoRoster(DemoRosterConfig config, SmsGateway gateway, Peers peers, RegisterPeer registerPeer, Audit audit) {
        this.config = config;
        this.gateway = gateway;
        this.peers = peers;
        this.registerPeer = registerPeer;
        this.audit = audit;
    }

    void fill(@Observes StartupEvent start) {
        if (config.demoRoster() && gateway.isSimulated()) {
            QuarkusTransaction.requiringNew().run(this::fillOnce);
        }
    }

    private void fillOnce() {
        // A roster that somebody has emptied stays empty.
        if (peers.count() == 0 && !audit.knows("PEER_REGISTERED", Subject.Kind.PEER)) {
            // Another copy that starts at this moment may be first; then these numbers are taken, and all is well.
            DemoPeers.ALL.forEach(profile -> registerPeer.register(profile, Actor.SERVICE));
            LOG.debug("The roster was empty: made-up peers are on it now (PEERLINE_DEMO_ROSTER=false leaves it empty)");
        }
    }
}
