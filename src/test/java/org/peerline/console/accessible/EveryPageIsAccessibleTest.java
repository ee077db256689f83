package org.peerline.console.accessible;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.peerline.access.Role;
import org.peerline.console.Pages;
import org.peerline.core.PhoneNumber;
import org.peerline.testkit.Browser;
import org.peerline.testkit.Codes;
import org.peerline.testkit.Looks;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Phone;
import org.peerline.testkit.RestWorld;
import org.peerline.testkit.Samples;
import org.peerline.testkit.SignedWebhook;

/** Zero violations on every page in every state, for each of its readers, in both languages. */
@PeerlineTest
class EveryPageIsAccessibleTest extends RestWorld implements Desk.World {
    private static final String SERVICE_NUMBER = "+447400100001";

    @Inject
    Codes codes;

    @Inject
    Jdbi database;

    private UUID amara;
    private UUID gone;
    private String talking;
    private String waiting;
    private String closed;

    @ParameterizedTest
    @EnumSource(Reader.class)
    void every_page_is_accessible_in_every_state(Reader reader) {
        Browser browser = Browser.fresh();
        aBusyDay();
        var desk = new Desk(browser, this);
        signIn(reader, desk);
        var faults = new StringBuilder();
        for (PageState state : Arrays.asList(PageState.values())) {
            if (state.reader() == reader) {
                faults.append(faultsOf(state, desk));
            }
        }
        assertEquals("", faults.toString());
    }

    private static String faultsOf(PageState state, Desk desk) {
        speak(desk, "en");
        state.reach(desk);
        String english = Looks.faults(desk.browser());
        speak(desk, "cy");
        state.reach(desk);
        String welsh = Looks.narrowFaults(desk.browser());
        return (english.isEmpty() ? "" : state + " in English\n" + english)
                + (welsh.isEmpty() ? "" : state + " in Welsh\n" + welsh);
    }

    private static void speak(Desk desk, String language) {
        desk.browser().cookie(Pages.LANGUAGE_COOKIE, language, Desk.url("/"));
    }

    private void signIn(Reader reader, Desk desk) {
        switch (reader) {
            case NOBODY -> desk.browser().forgetWhoIsThere();
            case AUDITOR -> desk.signIn(Role.AUDITOR);
            case CALL_HANDLER -> desk.signIn(Role.INTAKE);
            case COORDINATOR -> desk.signIn(Role.COORDINATOR);
            case SAFEGUARDING_LEAD -> desk.signIn(Role.SAFEGUARDING);
            case ADMINISTRATOR -> desk.signIn(Role.ADMIN);
            case PEER -> {
                PageState.CODE_IS_ASKED_FOR.reach(desk);
                programme.settle();
                desk.type(
                        "#code",
                        codes.last(new PhoneNumber(Samples.AMARAS_NUMBER)).orElseThrow());
                desk.enter("#code");
                desk.find("#sign-out");
            }
        }
    }

    private void aBusyDay() {
        amara = programme.peer(Samples.withCapacity(Samples.amara(), 9));
        gone = programme.peer(
                Samples.peer("Dr Robin A", "Robin Ashworth", Samples.mobile().e164(), "7000009"));
        database.useHandle(handle -> handle.execute("update peer set status = 'RETIRED' where id = ?", gone));

        talking = opens(Samples.sam()).getString("reference");
        Phone sam = sam();
        sam.receives("Dr Amara N");
        sam.replies("Hello Amara");
        Phone peer = amara();
        peer.receives("Hello Amara");
        peer.replies("CALL today 7pm");
        sam.replies("OK");
        sam.texts(SERVICE_NUMBER, "HELP");
        peer.texts(SERVICE_NUMBER, "HELPME");

        String alex = Samples.mobile().e164();
        opens(Samples.request("Alex Hughes", alex));
        new SignedWebhook().status(phone(alex).receives("Dr Amara N"), "undelivered", Optional.of(30005));

        String priti = Samples.mobile().e164();
        opens(Samples.request("Priti Shah", priti));
        Phone pritis = phone(priti);
        pritis.receives("Dr Amara N");
        pritis.replies("Hello");
        database.useHandle(
                handle -> handle.execute(
                        "update message set status = 'UNKNOWN' where id = (select id from message where kind = 'RELAYED' order by id desc limit 1)"));

        Map<String, Object> wishes =
                Samples.request("Tomos Rees", Samples.mobile().e164());
        wishes.put("wishes", Map.of("specialty", "Aviation medicine", "musts", List.of("specialty")));
        waiting = opens(wishes).getString("reference");

        JsonPath over = opens(Samples.request("Ines Duarte", Samples.mobile().e164()));
        closed = over.getString("reference");
        closes(closed);
    }

    @Override
    public String talking() {
        return talking;
    }

    @Override
    public String waiting() {
        return waiting;
    }

    @Override
    public String closed() {
        return closed;
    }

    @Override
    public String another() {
        return opens(Samples.request("Wei Chen", Samples.mobile().e164())).getString("reference");
    }

    @Override
    public UUID busyPeer() {
        return amara;
    }

    @Override
    public UUID retiredPeer() {
        return gone;
    }

    @Override
    public void whileTasksAreGone(Runnable look) {
        database.useHandle(handle -> handle.execute("alter table coordinator_task rename to task_elsewhere"));
        try {
            look.run();
        } finally {
            database.useHandle(handle -> handle.execute("alter table task_elsewhere rename to coordinator_task"));
        }
    }
}
