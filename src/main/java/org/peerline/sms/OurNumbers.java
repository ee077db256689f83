package org.peerline.sms;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.peerline.core.PhoneNumber;
import org.peerline.core.StartupRefused;

/** The numbers that people text: the front door and the relay pool. Fixed for as long as the service runs. */
@ApplicationScoped
public class OurNumbers {
    private static final String SERVICE = "PEERLINE_SERVICE_NUMBER";
    private static final String RELAY = "PEERLINE_RELAY_NUMBERS";
    private static final String SIMULATED_SERVICE_NUMBER = "+447700900000";
    private static final List<String> SIMULATED_RELAY_NUMBERS =
            IntStream.rangeClosed(201, 220).mapToObj(n -> "+447700900" + n).toList();

    private final PhoneNumber serviceNumber;
    private final List<PhoneNumber> relayNumbers;
    private final Set<PhoneNumber> all;

    @Inject
    public OurNumbers(OurNumbersConfig config, SmsGateway gateway) {
        if (!gateway.isSimulated()) {
            require(config.serviceNumber().isPresent(), SERVICE + " is missing: the number that people text first.");
            require(config.relayNumbers().isPresent(), RELAY + " is missing: the numbers of the relay pool.");
        }
        serviceNumber = read(config.serviceNumber().orElse(SIMULATED_SERVICE_NUMBER), SERVICE, gateway);
        relayNumbers =
                config.relayNumbers().map(list -> List.of(list.split(",", -1))).orElse(SIMULATED_RELAY_NUMBERS).stream()
                        .map(written -> read(written, RELAY, gateway))
                        .toList();
        var seen = new HashSet<PhoneNumber>();
        for (PhoneNumber relayNumber : relayNumbers) {
            require(seen.add(relayNumber), RELAY + " names one number twice.");
        }
        require(seen.add(serviceNumber), RELAY + " must not contain the service number.");
        all = Set.copyOf(seen);
    }

    public boolean isOurs(PhoneNumber number) {
        return all.contains(number);
    }

    public PhoneNumber serviceNumber() {
        return serviceNumber;
    }

    /** In the order of the configuration; no number twice, and never the service number. */
    public List<PhoneNumber> relayNumbers() {
        return relayNumbers;
    }

    void refuseWrongNumbersAtStart(@Observes StartupEvent start) {
        // To be called is enough: the constructor has looked.
    }

    private static PhoneNumber read(String written, String setting, SmsGateway gateway) {
        String plain = written.strip();
        PhoneNumber number = PhoneNumber.parse(plain)
                .filter(parsed -> parsed.e164().equals(plain))
                .orElseThrow(() -> new StartupRefused(
                        setting + " must be in E.164, such as +447400123456" + oneOfSeveral(setting) + "."));
        require(
                gateway.isSimulated() || !number.isForDrama(),
                setting + " contains a number that is kept for drama (+447700900...); no provider can send from it.");
        return number;
    }

    private static String oneOfSeveral(String setting) {
        return setting.equals(RELAY) ? ", several separated by commas" : "";
    }

    private static void require(boolean met, String sentence) {
        if (!met) {
            throw new StartupRefused(sentence);
        }
    }
}
