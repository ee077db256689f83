package org.peerline.sms.outbox.keeping;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.peerline.privacy.keeping.RetentionClass;
import org.peerline.privacy.keeping.RetentionDuty;

/** What becomes of texts by the clock: first their words go, at the very end the row. */
@ApplicationScoped
class TextDuties {
    private static final String SETTLED = "t.status not in ('QUEUED', 'SENDING')";

    private static final String REQUEST_OF = """
            coalesce(t.request_id, (select a.request_id from assignment a where a.id = t.assignment_id))
            """;

    private static final String CLOSED_BEFORE = "exists (select 1 from support_request r where r.id = " + REQUEST_OF
            + " and r.closed_at < :before and not " + RetentionDuty.HELD.formatted("r.requester_id")
            + " and not " + RetentionDuty.PEER_HELD.formatted("r.id") + ")";

    /** A text that belongs to no request: the answer to a stranger, a sign-in code. */
    private static final String LOOSE = "(t.request_id is null and t.assignment_id is null and t.created_at < :before"
            + " and (t.to_person is null or not " + RetentionDuty.HELD.formatted("t.to_person") + "))";

    private static final String OVER = "(" + CLOSED_BEFORE + " or " + LOOSE + ")";

    private final ClearProviderIds clearIds;

    TextDuties(ClearProviderIds clearIds) {
        this.clearIds = clearIds;
    }

    List<RetentionDuty> all() {
        return List.of(
                RetentionDuty.clears(
                        RetentionClass.WORDS,
                        "words_of_texts",
                        "message",
                        "heading = null, body = null, footer = null, to_number = null",
                        "(t.body is not null or t.to_number is not null) and " + SETTLED + " and " + OVER),
                clearIds.duty("message"),
                clearIds.duty("delivery_report"),
                RetentionDuty.removes(RetentionClass.TRACES, "questions", "question", "t.expires_at < :before"),
                RetentionDuty.removes(
                        RetentionClass.RECORD, "delivery_reports", "delivery_report", "t.received_at < :before"),
                RetentionDuty.removes(RetentionClass.RECORD, "texts", "message", SETTLED + " and " + OVER));
    }
}
