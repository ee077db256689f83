package org.peerline.contract;

import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.peerline.access.Role;
import org.peerline.contract.Operations.Described;
import org.peerline.core.Subject;
import org.peerline.tasks.TaskKind;
import org.peerline.tasks.Tasks;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.Phone;
import org.peerline.testkit.RestWorld;
import org.peerline.testkit.Samples;
import org.peerline.testkit.WaitingText;

/** A world in which there is something to read behind every door: two people who talk, a call, a text that failed. */
abstract class OneConversation extends RestWorld {
    @Inject
    Jdbi jdbi;

    @Inject
    Tasks tasks;

    @Inject
    WaitingText keptTexts;

    final Map<String, String> ids = new TreeMap<>();
    String amarasToken;

    void somebody_is_in_touch_with_a_peer() {
        fresh_world();
        ids.clear();
        ids.put("peer", programme.peer(Samples.amara()).toString());
        var opened = opens(Samples.sam());
        ids.put("request", opened.getString("id"));
        ids.put("requester", opened.getString("requester.id"));
        ids.put("assignment", opened.getString("assignment.id"));
        Phone sam = sam();
        Phone amara = amara();
        sam.receives("Amara");
        sam.replies("Hello Amara, things are hard at work");
        amara.receives("things are hard");
        amara.replies("I am glad you wrote");
        amarasToken = tokenOf(Samples.AMARAS_NUMBER);
        ids.put(
                "call",
                asAmara()
                        .body(Map.of("startsAt", minute(30)))
                        .post("/v1/assignments/" + ids.get("assignment") + "/calls")
                        .path("id"));
        jdbi.useHandle(handle -> handle.execute("update message set status = 'FAILED' where kind = 'DETAILS'"));
        ids.put("message", one("select id::text from message where kind = 'DETAILS'"));
        UUID request = UUID.fromString(ids.get("request"));
        tasks.raise(
                TaskKind.SAFEGUARDING_WANTED,
                Subject.of(Subject.Kind.PEER, UUID.fromString(ids.get("peer"))),
                Optional.of(request));
        tasks.raise(
                TaskKind.TEXT_FAILED,
                Subject.of(Subject.Kind.MESSAGE, UUID.fromString(ids.get("message"))),
                Optional.of(request));
        ids.put("task", one("select id::text from coordinator_task order by id desc limit 1"));
        ids.put("inbound", keptTexts.waits(programme.now(), "A text that nobody could read"));
    }

    /** Calls begin at whole minutes. */
    String minute(int hours) {
        return programme
                .now()
                .plus(Duration.ofHours(hours))
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    String one(String query) {
        return jdbi.withHandle(
                handle -> handle.select(query).mapTo(String.class).one());
    }

    RequestSpecification asAmara() {
        return ApiKeys.bearer(amarasToken);
    }

    /** A credential that opens it. */
    RequestSpecification key(Described operation) {
        List<String> roles = operation.roles();
        if (roles.equals(List.of("PEER"))) {
            return asAmara();
        }
        if (roles.equals(List.of("ADMIN"))) {
            return ApiKeys.asAdmin();
        }
        Role role = roles.stream()
                .map(Role::valueOf)
                .filter(each -> each != Role.PEER && each != Role.ADMIN)
                .findFirst()
                .orElseThrow();
        return ApiKeys.as(role);
    }

    String filled(String path) {
        Map<String, String> of = Map.of(
                "requests", "request",
                "requesters", "requester",
                "peers", "peer",
                "assignments", "assignment",
                "calls", "call",
                "messages", "message",
                "tasks", "task",
                "inbound-texts", "inbound");
        String[] parts = path.split("/");
        if (parts[2].equals("staff")) {
            ApiKeys.bearer(issuer.token(programme.now(), "coordinators")).get("/v1/peers");
            return path.replace("{id}", one("select id::text from staff_account limit 1"));
        }
        return parts.length > 3 && parts[3].startsWith("{")
                ? path.replaceFirst("\\{[^}]+}", ids.get(of.get(parts[2])))
                : path;
    }
}
