package org.peerline.limits;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much of what costs money or tells something; 0 means without limit. */
@ConfigMapping(prefix = "peerline.limit")
public interface LimitConfig {
    /** Requests that one credential opens in an hour. */
    @WithDefault("600")
    int intakePerKey();

    /** Requests that are opened for one contact number in a day. */
    @WithDefault("5")
    int intakePerNumber();

    /** One-time codes for one number in a day, beside the limit for a quarter of an hour. */
    @WithDefault("10")
    int codesPerNumber();

    /** Copies of everything about somebody that one credential takes in an hour. */
    @WithDefault("60")
    int exportsPerKey();

    /** Answers to unknown senders in an hour, all of them together. */
    @WithDefault("200")
    int strangerAnswers();

    /** Texts that one side of a conversation has passed on in a day. */
    @WithDefault("200")
    int textsPerSender();

    /** Texts that go to the provider in a day of the service's time zone; what is over waits for the next. */
    @WithDefault("10000")
    int textsPerDay();

    /** Coordinators are told when so many per cent of a day's texts are used. */
    @WithDefault("80")
    int textsPerDayAlarm();
}
