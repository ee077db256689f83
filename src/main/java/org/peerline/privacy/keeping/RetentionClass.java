package org.peerline.privacy.keeping;

/** How long what is kept, counted from the end of the reason to have it. The durations are in {@link RetentionPeriods}. */
public enum RetentionClass {
    /** The words of texts, and the numbers they went to: from the closing of the request. */
    WORDS,
    /** Address and date of birth, before they are reduced to region and age band: from the closing of the request. */
    DETAILS,
    /** Everything that tells who somebody is: from the closing of their last request, or from retirement. */
    IDENTITY,
    /** The bare course of a request: from its closing. */
    RECORD,
    /** Who is meant by the id of a member of staff in the audit: from their last sign-in. */
    STAFF,
    /** What was only needed for a moment: questions, counts of automatic answers, codes, sessions. */
    TRACES
}
