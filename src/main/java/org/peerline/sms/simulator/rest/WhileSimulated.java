package org.peerline.sms.simulator.rest;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NameBinding;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.peerline.api.problem.NotFound;
import org.peerline.sms.SmsGateway;

/** Doors that are not there with a real gateway: 404, whatever is sent, before any of it is read. */
@NameBinding
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface WhileSimulated {

    /** The refusal. */
    @Provider
    @Singleton
    @WhileSimulated
    class Gate implements ContainerRequestFilter {
        /** Looked up late: filters are made in the build's own start, before there is a configuration. */
        private final Instance<SmsGateway> gateway;

        Gate(Instance<SmsGateway> gateway) {
            this.gateway = gateway;
        }

        @Override
        public void filter(ContainerRequestContext request) {
            if (!gateway.get().isSimulated()) {
                throw new NotFound();
            }
        }
    }
}
