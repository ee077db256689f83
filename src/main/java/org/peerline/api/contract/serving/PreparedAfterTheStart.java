package org.peerline.api.contract.serving;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Puts off every {@code prepare...} until the service is up; whoever asks earlier waits for it. */
@AfterTheStart
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class PreparedAfterTheStart {
    private final Preparations preparations;

    PreparedAfterTheStart(Preparations preparations) {
        this.preparations = preparations;
    }

    @AroundInvoke
    Object around(InvocationContext call) throws Exception {
        if (call.getMethod().getName().startsWith("prepare")) {
            preparations.putOff(call::proceed);
            return null;
        }
        preparations.finish();
        return call.proceed();
    }
}
