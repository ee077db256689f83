package org.peerline.console;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.peerline.access.Role;
import org.peerline.access.Roles;
import org.peerline.tasks.TaskKind;
import org.peerline.wording.Language;

/**
 * What every page is told beside its own content: whose it is, in which language, and how to write times.
 *
 * @param path the page's own address, without a query
 * @param roles empty for somebody who has not signed in
 * @param done the key of what has just been done, to be said at the top; empty otherwise
 */
public record Shell(
        Language language,
        ZoneId zone,
        Instant now,
        String path,
        Set<Role> roles,
        Optional<String> done,
        Assets assets) {
    private static final List<Door> DOORS = List.of(
            new Door("/console", "nav.home", Role.COORDINATOR),
            new Door("/console/safety", "nav.safety", Role.SAFEGUARDING),
            new Door("/console/requests", "nav.requests", Role.COORDINATOR, Role.INTAKE),
            new Door("/console/intake", "nav.intake", Role.COORDINATOR, Role.INTAKE),
            new Door("/console/tasks", "nav.tasks", Role.COORDINATOR),
            new Door("/console/calls", "nav.calls", Role.COORDINATOR, Role.INTAKE),
            new Door("/console/texts", "nav.texts", Role.COORDINATOR),
            new Door("/console/roster", "nav.roster", Role.COORDINATOR),
            new Door("/console/numbers", "nav.numbers", Role.COORDINATOR, Role.ADMIN),
            new Door("/console/pictures", "nav.pictures", Role.COORDINATOR),
            new Door("/console/audit", "nav.audit", Role.AUDITOR),
            new Door("/console/keys", "nav.keys", Role.ADMIN),
            new Door("/console/mine", "nav.mine", Role.PEER));

    /** A page in the menu, and who may open it. */
    public record Door(String path, String key, Set<Role> roles) {
        Door(String path, String key, Role... roles) {
            this(path, key, Set.of(roles));
        }
    }

    /** What every address on a page begins with. */
    public String base() {
        return assets.base();
    }

    public String say(String key, Object... values) {
        return words().say(key, values);
    }

    /** The line for a code such as a status; the code itself in plain letters where there is no line yet. */
    public String code(String kind, Object code) {
        return words().known(kind + "." + code)
                .orElseGet(() -> String.valueOf(code).toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    /** A line that there may be, such as the hint of a field. */
    public Optional<String> known(String key) {
        return words().known(key);
    }

    /** What a door says of a fault, in the reader's language. */
    public String fault(String sentence) {
        return FaultWords.in(language, sentence);
    }

    /** The id of the field of a form that a fault is in. */
    public String anchor(String field) {
        return field.replace('.', '-');
    }

    /** What a coordinator is asked to look at. Kinds that the pages have no words for yet are said in English. */
    public String task(TaskKind kind) {
        return words().known("task." + kind).orElseGet(kind::what);
    }

    /** Whether that is what has just been done. */
    public boolean did(String what) {
        return done.filter(("done." + what)::equals).isPresent();
    }

    public String lang() {
        return language == Language.CY ? "cy" : "en-GB";
    }

    public boolean signedIn() {
        return !roles.isEmpty();
    }

    public boolean may(String role) {
        return roles.contains(Role.valueOf(role));
    }

    public List<Door> menu() {
        return DOORS.stream()
                .filter(door -> door.roles().stream().anyMatch(roles::contains))
                .toList();
    }

    /** Whether requests open to the reader, so that looking for one leads anywhere. */
    public boolean finds() {
        return may(Roles.COORDINATOR) || may(Roles.INTAKE);
    }

    /** Where somebody with these roles begins. */
    public String firstPage() {
        return menu().stream().map(Door::path).findFirst().orElse("/console/sign-in");
    }

    public boolean at(Door door) {
        return door.path().equals(path)
                || (path.startsWith(door.path() + "/") && !door.path().equals("/console"));
    }

    /** Such as "Thu 26 Nov 2026, 19:00". */
    public String when(Instant moment) {
        return written("EEE d MMM yyyy, HH:mm", moment);
    }

    public String clock(Instant moment) {
        return written("HH:mm", moment);
    }

    public String day(LocalDate day) {
        return DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", locale()).format(day);
    }

    /** Without the year, for what lies close together. */
    public String shortDay(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMM", locale()).format(day);
    }

    public LocalDate today() {
        return now.atZone(zone).toLocalDate();
    }

    /** How long ago, in one unit: 5 min, 3 h, 2 d. */
    public String age(Instant since) {
        Duration age = Duration.between(since, now);
        if (age.compareTo(Duration.ofHours(1)) < 0) {
            return say("age.minutes", Math.max(0, age.toMinutes()));
        }
        return age.compareTo(Duration.ofHours(48)) < 0
                ? say("age.hours", age.toHours())
                : say("age.days", age.toDays());
    }

    private String written(String pattern, Instant moment) {
        return DateTimeFormatter.ofPattern(pattern, locale()).withZone(zone).format(moment);
    }

    private Locale locale() {
        return language == Language.CY ? Locale.forLanguageTag("cy") : Locale.UK;
    }

    private Words words() {
        return Words.in(language);
    }
}
