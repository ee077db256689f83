package org.peerline.console.pictures;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.peerline.access.CurrentActor;
import org.peerline.audit.Audit;
import org.peerline.core.Subject;
import org.peerline.peers.Peer;
import org.peerline.peers.Peers;

/** The fullest peers by name. Whose name was shown is on record. */
@ApplicationScoped
public class NamedLoads {
    private final LoadByPeer load;
    private final Peers peers;
    private final Audit audit;
    private final CurrentActor current;

    NamedLoads(LoadByPeer load, Peers peers, Audit audit, CurrentActor current) {
        this.load = load;
        this.peers = peers;
        this.audit = audit;
        this.current = current;
    }

    /** A peer's load. */
    public record Row(String name, int open, int capacity) {}

    List<Row> fullest(int most) {
        List<LoadByPeer.Load> found = load.fullest(most);
        List<UUID> who = found.stream().map(LoadByPeer.Load::peer).toList();
        Map<UUID, Peer> byId = peers.all(who).stream().collect(Collectors.toMap(Peer::id, Function.identity()));
        audit.recordReads(current.actor(), "PEER_READ", Subject.Kind.PEER, who);
        return found.stream()
                .map(each -> new Row(peers.displayName(byId.get(each.peer())), each.open(), each.capacity()))
                .toList();
    }
}
