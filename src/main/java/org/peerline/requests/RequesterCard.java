package org.peerline.requests;

import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.peerline.core.PhoneNumber;
import org.peerline.wording.Language;
import org.peerline.wording.SmsTexts;

/** What a text needs to know of a requester; sealed until it is asked for. */
public final class RequesterCard {
    private final UUID id;
    private final boolean neutralWording;
    private final Language spoken;
    private final Function<Part, String> open;
    private PhoneNumber opened;

    RequesterCard(UUID id, boolean neutralWording, String language, Function<Part, String> open) {
        this.id = id;
        this.neutralWording = neutralWording;
        this.spoken = Language.valueOf(language.toUpperCase(Locale.ROOT));
        this.open = open;
    }

    /** What is sealed on the card. */
    enum Part {
        NAME,
        CONTACT_NUMBER,
        JOB_ROLE
    }

    public UUID id() {
        return id;
    }

    /** What the other side calls them. */
    public String firstName() {
        return FirstName.of(open.apply(Part.NAME));
    }

    public String jobRole() {
        return open.apply(Part.JOB_ROLE);
    }

    public PhoneNumber contactNumber() {
        if (opened == null) {
            opened = new PhoneNumber(open.apply(Part.CONTACT_NUMBER));
        }
        return opened;
    }

    /** The language of our texts to them. */
    public Language spoken() {
        return spoken;
    }

    /** Our sentences as they should read them: in their language, and neutral on a shared phone. */
    public SmsTexts texts() {
        return neutralWording ? SmsTexts.neutral(spoken) : SmsTexts.in(spoken);
    }

    @Override
    public String toString() {
        return "RequesterCard[" + id + "]";
    }
}
