package org.peerline.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.ObserverMethod;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.peerline.testkit.PeerlineTest;

/** Half a minute is left when the service is stopped: nothing more begins, then texts are finished, then what is due. */
@PeerlineTest
class StoppingOrderTest {
    @Inject
    BeanManager beans;

    @Test
    void texts_under_way_are_recorded_before_anybody_waits_for_the_clock() {
        List<String> order = beans.resolveObserverMethods(new ShutdownEvent()).stream()
                .sorted(Comparator.comparingInt(ObserverMethod::getPriority))
                .map(observer -> observer.getBeanClass().getSimpleName())
                .filter(Set.of("Closing", "OutboxLoop", "Clockwork", "EmbeddedDefaults")::contains)
                .toList();

        assertEquals(List.of("Closing", "OutboxLoop", "Clockwork", "EmbeddedDefaults"), order);
    }
}
