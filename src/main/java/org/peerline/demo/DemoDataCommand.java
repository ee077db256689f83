package org.peerline.demo;

import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.inject.Singleton;
import java.util.Optional;

/** {@code demo-data --peers 20000 --requests 1000000 --waiting 5000}: a service that has been at work for years. */
@Singleton
@Unremovable
public class DemoDataCommand implements QuarkusApplication {
    private final DemoData data;
    private final RealPeople realPeople;

    DemoDataCommand(DemoData data, RealPeople realPeople) {
        this.data = data;
        this.realPeople = realPeople;
    }

    @Override
    public int run(String... args) {
        DemoSize size;
        try {
            size = DemoSize.parse(args);
        } catch (IllegalArgumentException unreadable) {
            System.err.println(unreadable.getMessage());
            return 2;
        }
        Optional<String> refused = realPeople.why();
        if (refused.isPresent()) {
            System.err.println(refused.get());
            return 1;
        }
        data.make(size, System.out::println);
        return 0;
    }
}
