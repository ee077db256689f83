package org.peerline.api.idempotency;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionManager;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.peerline.api.problem.Conflict;
import org.peerline.core.Refusal;

/** Runs inside the method's transaction (whose interceptor has a lower priority): see {@link Idempotent}. */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class IdempotencyInterceptor {
    private static final Refusal REUSED =
            new Refusal("idempotency_key_reused", "This Idempotency-Key was used for another request. Send a new key.");

    private final RequestFingerprint request;
    private final StoredAnswers answers;
    private final TransactionManager transactions;

    IdempotencyInterceptor(RequestFingerprint request, StoredAnswers answers, TransactionManager transactions) {
        this.request = request;
        this.answers = answers;
        this.transactions = transactions;
    }

    @AroundInvoke
    Object once(InvocationContext call) throws Exception {
        Optional<ClaimedKey> key = request.claimed();
        if (key.isEmpty()) {
            return call.proceed();
        }
        if (transactions.getStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException(call.getMethod() + " is @Idempotent but not @Transactional");
        }
        StoredAnswers.Claim claim = answers.claim(key.get());
        if (claim instanceof StoredAnswers.Replayed replayed) {
            return replayed.answer();
        }
        if (claim instanceof StoredAnswers.Mine mine) {
            Response answer = (Response) call.proceed();
            answers.keep(mine, answer);
            return answer;
        }
        throw new Conflict(REUSED);
    }
}
