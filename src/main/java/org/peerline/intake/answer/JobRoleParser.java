package org.peerline.intake.answer;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.util.Locale;
import java.util.regex.Pattern;
import org.peerline.intake.answer.Reading.Why;

/**
 * Reads a job role. Doctors and medical students name theirs in many ways, so any short text is one, unless it names
 * another calling and nothing of a doctor's.
 */
public final class JobRoleParser {
    private static final int LONGEST = 80;
    private static final int MOST_WORDS = 10;
    private static final Pattern LEAD = Pattern.compile(
            "^(?:(?:well|yes|ok|so)[, ]+)?(?:(?:i'?m|i am|i work as|i was|my (?:job|role|job role) is|(?:job )?role:?|job:"
                    + "|currently|rwy'n|dw i'n) +)*(?:(?:an?|the|just an?|currently an?|working as an?) +)?",
            CASE_INSENSITIVE);
    private static final Pattern DOCTOR = Pattern.compile(
            "\\b(?:doctors?|drs?|gps?|gpst\\d?|medical students?|med students?|medic|student doctor|foundation"
                    + "|f[12]|fy[12]|[sc]t ?\\d|imt ?\\d?|sho|house officer|registrar|spr|meddyg|meddygol|fyfyriwr meddygol"
                    + "|clinical fellow|patient safety fellow|clinical teacher|(?<!dental |veterinary )surgeons?|locum gp|physician(?! associate))\\b",
            CASE_INSENSITIVE);
    private static final Pattern OTHER = Pattern.compile(
            "\\b(?:nurses?|nursing|midwi(?:fe|ves|fery)|paramedics?|pharmacists?|pharmacy|dentists?|dental|vets?|veterinary"
                    + "|physio(?:therapists?)?|occupational therapists?|radiographers?|physician associates?"
                    + "|anaesthesia associates?|healthcare assistants?|hca|receptionists?|secretary|practice manager"
                    + "|porters?|carers?|social workers?|teachers?|patients?|odp|optometrists?|psychologists?|counsellors?"
                    + "|ambulance|nyrs|bydwraig|fferyllydd|deintydd|claf)\\b",
            CASE_INSENSITIVE);
    private static final Pattern DENIED =
            Pattern.compile("\\bnot (?:a |an )?(?:doctor|dr|medic|medical student)\\b", CASE_INSENSITIVE);
    private static final Pattern STUDENT =
            Pattern.compile("\\b(?:medical|med) students?\\b|\\bfyfyriwr meddygol\\b", CASE_INSENSITIVE);
    private static final Pattern NO_ROLE = Pattern.compile(
            "(?:yes|no|ok|okay|none|nothing|student|a student|test|hello|hi|thanks|thank you|rather not say"
                    + "|i'd rather not say|prefer not to say|i don't want to say)",
            CASE_INSENSITIVE);

    private JobRoleParser() {}

    public static Reading<String> read(String written) {
        String line = AnswerText.withoutEdges(AnswerText.oneLine(written));
        String role = AnswerText.withoutEdges(LEAD.matcher(line).replaceFirst(""));
        String undenied = DENIED.matcher(line).replaceAll("");
        boolean denied = !undenied.equals(line);
        if (denied
                ? !STUDENT.matcher(undenied).find()
                : OTHER.matcher(line).find() && !DOCTOR.matcher(line).find()) {
            return Reading.unclear(Why.NOT_A_DOCTOR);
        }
        if (role.length() > LONGEST || role.split(" ").length > MOST_WORDS) {
            return Reading.unclear(Why.TOO_LONG);
        }
        boolean says = role.codePoints().filter(Character::isLetterOrDigit).count() >= 2
                && role.codePoints().anyMatch(Character::isLetter)
                && !NO_ROLE.matcher(role).matches();
        return says ? Reading.understood(capitalised(role)) : Reading.unclear(Why.NOT_UNDERSTOOD);
    }

    private static String capitalised(String role) {
        String plain = role.replaceAll("\\s", "");
        boolean abbreviation =
                plain.length() <= 4 && plain.matches("(?i)(?:gp|f[12]|fy[12]|st\\d|ct\\d|sho|imt\\d?|spr)");
        return abbreviation ? role.toUpperCase(Locale.ROOT) : upperFirst(role);
    }

    private static String upperFirst(String role) {
        int first = role.codePointAt(0);
        return new StringBuilder()
                .appendCodePoint(Character.toTitleCase(first))
                .append(role.substring(Character.charCount(first)))
                .toString();
    }
}
