package org.peerline.limits;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much of what costs money or tells something; 0 means without limit. */
@ConfigMapping(prefix = "peerline.limit")
public interface LimitConfig {
    /** Requests that one credential opens in an hour. */
    @WithDefault("600")
    int intakePerKey();

    /** Requests that are opened for one contact number in a day, by the phone line and by text together. */
    @WithDefault("5")
    int intakePerNumber();

    /** Intakes that are begun by text in an hour, all of them together. */
    @WithDefault("300")
    int intakesBegun();

    /** Answers of our own to one number in a day, wherever it texts. */
    @WithDefault("100")
    int answersPerNumber();

    /** Words such as CALL and MOVE that one number's texts are read as in a day; what is over is passed on as words. */
    @WithDefault("100")
    int commandsPerNumber();

    /** Answers to unknown senders in an hour, all of them together. */
    @WithDefault("200")
    int strangerAnswers();

    /** Answers to mobiles abroad in an hour, all of them together, where they are answered at all. */
    @WithDefault("10")
    int answersAbroad();

    /** One-time codes for one number in a day, beside the limit for a quarter of an hour. */
    @WithDefault("10")
    int codesPerNumber();

    /** One-time codes in an hour, all of them together, known numbers or not. */
    @WithDefault("600")
    int codes();

    /** Calls of one number that a voice answers or that are connected in an hour; over it the line is engaged. */
    @WithDefault("20")
    int voicePerNumber();

    /** Calls of unknown and withheld numbers that a voice answers in an hour, all of them together. */
    @WithDefault("300")
    int voiceToStrangers();

    /** Returns from the organisation's own sign-in in a minute, all together: with each its issuer is asked something. */
    @WithDefault("60")
    int organisationSignIns();

    /** Things that one credential does in an hour which text somebody. */
    @WithDefault("300")
    int textsPerKey();

    /** Times that the details text of one request is sent again in a day. */
    @WithDefault("5")
    int detailsPerRequest();

    /** Times that one credential asks within ten minutes whether somebody is known. */
    @WithDefault("60")
    int recognise();

    /** Pages of lists that one credential reads in an hour. */
    @WithDefault("1000")
    int listsPerKey();

    /** People and things that one credential reads by their id in an hour; the same again within the hour is not counted. */
    @WithDefault("3000")
    int readsPerKey();

    /** Times that calendar programs ask for one peer's feed in an hour. */
    @WithDefault("240")
    int feedPerToken();

    /** Whole rosters in and out, sweeps and readings of the whole audit that one credential asks for in an hour. */
    @WithDefault("20")
    int filesPerKey();

    /** Copies of everything about somebody that one credential takes in an hour. */
    @WithDefault("60")
    int exportsPerKey();

    /** Texts that one side of a conversation has passed on in a day. */
    @WithDefault("200")
    int textsPerSender();

    /** Segments that go to the provider in a day of the service's time zone; what is over waits for the next. */
    @WithDefault("20000")
    int segmentsPerDay();

    /** Coordinators are told when so many per cent of a day's segments, or of an hour's codes, are used. */
    @WithDefault("80")
    int alarm();
}
