package org.peerline.peers.rest;

import jakarta.inject.Singleton;
import org.peerline.api.input.MobileNumbers;
import org.peerline.api.problem.BadInput;
import org.peerline.core.PhoneNumber;
import org.peerline.sms.OurNumbers;

/** Mobile numbers of people: with one of the service's own, its texts would go round in a circle. */
@Singleton
class OwnMobiles {
    private final MobileNumbers numbers;
    private final OurNumbers ourNumbers;

    OwnMobiles(MobileNumbers numbers, OurNumbers ourNumbers) {
        this.numbers = numbers;
        this.ourNumbers = ourNumbers;
    }

    /** @param written as {@link org.peerline.api.input.UkMobile} has let it through */
    PhoneNumber read(String written) {
        PhoneNumber number = numbers.read(written).orElseThrow();
        if (ourNumbers.isOurs(number)) {
            throw BadInput.of("mobileNumber", "This is one of the service's own numbers.");
        }
        return number;
    }
}
