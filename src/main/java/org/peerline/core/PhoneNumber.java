package org.peerline.core;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import java.text.Normalizer;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A telephone number in E.164 ({@code +447400123456}). Prints masked, so that it cannot reach a log by accident; call
 * {@link #e164} where the number itself must go out.
 */
public record PhoneNumber(String e164) {
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

    /** Numbers that Ofcom keeps for drama; libphonenumber calls them invalid, so nobody can own one. */
    private static final Pattern DRAMA_MOBILE = Pattern.compile("\\+447700900[0-9]{3}");

    /** In some countries a number does not show which it is. */
    private static final Set<PhoneNumberType> MOBILE =
            Set.of(PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE);

    private static final Set<String> UK_REGIONS = Set.of("GB", "GG", "JE", "IM");

    public PhoneNumber {
        if (!E164.matcher(e164).matches()) {
            throw new IllegalArgumentException("not an E.164 number");
        }
    }

    /** Any number as a provider names it, mobile or not; empty when it is no telephone number (a short code, a name). */
    public static Optional<PhoneNumber> parse(String written) {
        return read(written).map(PhoneNumber::format);
    }

    /**
     * A mobile number of the United Kingdom, Guernsey, Jersey or Man, as a person writes it: E.164 or national, with
     * spaces, brackets and {@code (0)}.
     *
     * @param dramaAllowed whether 07700 900xxx counts as a mobile number (only while nothing real is sent)
     */
    public static Optional<PhoneNumber> ukMobile(String written, boolean dramaAllowed) {
        return read(written).flatMap(number -> {
            PhoneNumber formatted = format(number);
            if (dramaAllowed && formatted.isForDrama()) {
                return Optional.of(formatted);
            }
            var util = PhoneNumberUtil.getInstance();
            boolean ukMobile = util.isValidNumber(number)
                    && util.getNumberType(number) == PhoneNumberType.MOBILE
                    && UK_REGIONS.contains(util.getRegionCodeForNumber(number));
            return ukMobile ? Optional.of(formatted) : Optional.empty();
        });
    }

    /** Whether it is a number of another country that a text can be sent to, as far as its form tells. */
    public boolean isMobileAbroad() {
        return read(e164)
                .filter(number -> {
                    var util = PhoneNumberUtil.getInstance();
                    return util.isValidNumber(number)
                            && MOBILE.contains(util.getNumberType(number))
                            && !UK_REGIONS.contains(util.getRegionCodeForNumber(number));
                })
                .isPresent();
    }

    /** A mobile number that Ofcom keeps for drama: no text can be sent to it or from it. */
    public boolean isForDrama() {
        return DRAMA_MOBILE.matcher(e164).matches();
    }

    /** As it is dialled within its own country: {@code 07400 123456}. */
    public String national() {
        return read(e164)
                .map(number -> format(number, PhoneNumberFormat.NATIONAL))
                .orElse(e164);
    }

    private static Optional<com.google.i18n.phonenumbers.Phonenumber.PhoneNumber> read(String written) {
        if (written == null || written.length() > 40) {
            return Optional.empty();
        }
        try {
            String plain = Normalizer.normalize(written, Normalizer.Form.NFKC).strip();
            // A letter is never part of a number here: libphonenumber would dial "0800 FLOWERS".
            if (plain.codePoints().anyMatch(Character::isLetter)) {
                return Optional.empty();
            }
            var number = PhoneNumberUtil.getInstance().parse(plain, "GB");
            return E164.matcher(format(number, PhoneNumberFormat.E164)).matches()
                    ? Optional.of(number)
                    : Optional.empty();
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }

    private static PhoneNumber format(com.google.i18n.phonenumbers.Phonenumber.PhoneNumber number) {
        return new PhoneNumber(format(number, PhoneNumberFormat.E164));
    }

    private static String format(
            com.google.i18n.phonenumbers.Phonenumber.PhoneNumber number, PhoneNumberFormat format) {
        return PhoneNumberUtil.getInstance().format(number, format);
    }

    // By hand: every text asks this of its numbers some twenty times, and what a record has by itself is slower.
    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof PhoneNumber number && e164.equals(number.e164);
    }

    @Override
    public int hashCode() {
        return e164.hashCode();
    }

    @Override
    public String toString() {
        return e164.substring(0, 3) + "*".repeat(e164.length() - 3);
    }
}
