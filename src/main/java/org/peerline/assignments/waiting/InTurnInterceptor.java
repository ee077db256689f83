package org.peerline.assignments.waiting;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Runs outside the method's transaction, whose interceptor has a higher priority: see {@link InTurn}. */
@InTurn
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
public class InTurnInterceptor {
    private final WaitingList waitingList;

    InTurnInterceptor(WaitingList waitingList) {
        this.waitingList = waitingList;
    }

    @AroundInvoke
    Object afterThoseWhoWait(InvocationContext call) throws Exception {
        waitingList.serveBeforeSomebodyNew();
        return call.proceed();
    }
}
