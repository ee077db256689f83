package org.peerline.testkit;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A test with the application. Every one uses this annotation and no profile, so that all share one application. */
@QuarkusTest
@QuarkusTestResource(ThrowAwayDatabase.class)
@QuarkusTestResource(TestSettings.class)
@QuarkusTestResource(FakeTwilioResource.class)
@QuarkusTestResource(Issuer.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface PeerlineTest {}
