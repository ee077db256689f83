package org.peerline.console.accessible;

import static org.peerline.console.accessible.Reader.ADMINISTRATOR;
import static org.peerline.console.accessible.Reader.AUDITOR;
import static org.peerline.console.accessible.Reader.CALL_HANDLER;
import static org.peerline.console.accessible.Reader.COORDINATOR;
import static org.peerline.console.accessible.Reader.NOBODY;
import static org.peerline.console.accessible.Reader.PEER;
import static org.peerline.console.accessible.Reader.SAFEGUARDING_LEAD;

import java.util.Set;

/**
 * Every page in every state that people see it in: who reads it, which doors it comes from and how it is reached. A door
 * that renders a page and is in none of these fails {@link EveryPageIsCheckedTest}.
 */
enum PageState {
    SIGN_IN(NOBODY, on -> on.open("/console/sign-in"), "SignInPage.form"),
    SIGNED_OUT(NOBODY, on -> on.open("/console/sign-in?done=signed-out"), "SignInPage.form"),
    KEY_IS_WRONG(
            NOBODY,
            on -> {
                on.open("/console/sign-in");
                on.type("#key", "pl_nonsense").enter("#key");
                on.find(".notice.bad");
            },
            "SignInPage.byKey"),
    MOBILE_IS_WRONG(
            NOBODY,
            on -> {
                on.open("/console/sign-in");
                on.type("#mobile", "0113 496 0000").enter("#mobile");
                on.find(".notice.bad");
            },
            "SignInPage.askForCode"),
    CODE_IS_ASKED_FOR(
            NOBODY,
            on -> {
                on.open("/console/sign-in");
                on.type("#mobile", "07400 300001").enter("#mobile");
                on.find("#code");
            },
            "SignInPage.askForCode"),
    CODE_IS_WRONG(
            NOBODY,
            on -> {
                on.open("/console/sign-in");
                on.type("#mobile", "07400 300777").enter("#mobile");
                on.type("#code", "abcdef").enter("#code");
                on.find(".notice.bad");
            },
            "SignInPage.byCode"),
    CODE_IS_ASKED_FOR_TOO_OFTEN(NOBODY, on -> {
        for (int n = 0; n < 12 && !on.isFault(); n++) {
            on.open("/console/sign-in");
            on.type("#mobile", "07400 300999").enter("#mobile");
            on.find("#code, a.button[href$='/console']");
        }
        on.isFault("429");
    }),
    ORGANISATION_REFUSES(
            NOBODY,
            seeing("/console/sign-in/organisation/back?error=access_denied", ".notice.bad"),
            "OrganisationPage.comeBack"),
    NOT_SIGNED_IN(NOBODY, seeing("/console/requests", "#key")),
    AUDIT(AUDITOR, seeing("/console", "#rows tbody"), "AuditPage.list"),
    AUDIT_OF_NOTHING(AUDITOR, seeing("/console/audit?reference=nothing", "#about-fault"), "AuditPage.list"),
    FORBIDDEN(CALL_HANDLER, refused("/console/roster", "403")),
    REQUEST_FOR_A_CALL_HANDLER(CALL_HANDLER, on -> on.open("/console/requests/" + on.talking()), "RequestPage.show"),
    FIRST_SCREEN(COORDINATOR, seeing("/console", "#lanes button"), "HomePage.home"),
    STEP_TAKEN_ON_THE_FIRST_SCREEN(
            COORDINATOR,
            on -> {
                on.open("/console");
                on.click("#lanes form[action*='/details-text/'] button");
                on.find("#lanes button");
            },
            "HomePage.sendDetails",
            "HomePage.reassign",
            "HomePage.sayAgain",
            "HomePage.taskDone"),
    NOBODY_FOUND_ON_THE_ROSTER(
            COORDINATOR,
            on -> {
                on.open("/console/roster");
                on.type("#peer-find", "07400 399998").enter("#peer-find");
                on.find("#peer-find");
            },
            "RosterPage.find"),
    REQUESTS(COORDINATOR, on -> on.open("/console/requests"), "RequestsPage.list"),
    REQUESTS_IN_ONE_STATE(COORDINATOR, on -> on.open("/console/requests?status=WAITING"), "RequestsPage.list"),
    REFERENCE_IS_UNKNOWN(COORDINATOR, on -> on.open("/console/find?reference=PS-000000"), "RequestsPage.find"),
    REQUEST_WITH_A_PEER(COORDINATOR, on -> on.open("/console/requests/" + on.talking()), "RequestPage.show"),
    REQUEST_JUST_OPENED(
            COORDINATOR, on -> on.open("/console/requests/" + on.talking() + "?done=opened"), "RequestPage.show"),
    REQUEST_THAT_WAITS(COORDINATOR, on -> on.open("/console/requests/" + on.waiting()), "RequestPage.show"),
    REQUEST_THAT_WAITS_JUST_OPENED(
            COORDINATOR, on -> on.open("/console/requests/" + on.waiting() + "?done=opened"), "RequestPage.show"),
    REQUEST_THAT_IS_CLOSED(COORDINATOR, on -> on.open("/console/requests/" + on.closed()), "RequestPage.show"),
    REQUEST_UNKNOWN(COORDINATOR, refused("/console/requests/PS-000000", "404")),
    NO_SUCH_PAGE(COORDINATOR, refused("/console/nowhere", "404")),
    CLOSED_MEANWHILE(COORDINATOR, on -> {
        String reference = on.another();
        on.open("/console/requests/" + reference);
        on.choose("#outcome", "WITHDRAWN");
        on.somebodyCloses(reference);
        on.click("form[action$='/close'] button");
        on.isFault("409");
    }),
    UNREADABLE_ADDRESS(COORDINATOR, refused("/console/requests?cursor=nonsense", "")),
    SOMETHING_IS_BROKEN(COORDINATOR, on -> {
        on.whileBroken(() -> on.open("/console/tasks"));
        on.isFault("");
    }),
    INTAKE(COORDINATOR, on -> on.open("/console/intake"), "IntakePage.empty"),
    INTAKE_WITH_FAULTS(
            COORDINATOR,
            on -> {
                on.open("/console/intake");
                on.run("document.querySelectorAll('details').forEach(d => d.open = true)");
                for (String field : new String[] {"name", "specialty", "employers", "avoid-employers", "avoid-names"}) {
                    on.type("#" + field, "BMA 123 4567");
                }
                on.type("#contactNumber", "0113 496 0000");
                on.type("#address-postcode", "nowhere");
                on.type("#dob-day", "31");
                on.enter("#dob-day");
                on.find("#faults");
            },
            "IntakePage.open"),
    INTAKE_FOR_A_KNOWN_NUMBER(
            COORDINATOR,
            on -> {
                on.open("/console/intake");
                on.type("#contactNumber", "07400 200001");
                on.leave("#contactNumber");
                on.find("#known .notice");
            },
            "IntakePage.known"),
    INTAKE_FOR_SOMEBODY_WHO_COMES_BACK(
            COORDINATOR,
            on -> {
                on.open("/console/intake");
                on.type("#name", "Ines Duarte");
                on.type("#dob-day", "17");
                on.type("#dob-month", "5");
                on.type("#dob-year", "1994");
                on.leave("#dob-year");
                on.find("#returning-same");
            },
            "IntakePage.comingBack"),
    TASKS(COORDINATOR, seeing("/console/tasks", "#tasks button"), "TasksPage.list"),
    CALLS_OF_A_WEEK(COORDINATOR, seeing("/console/calls", "#days tbody"), "CallsPage.calls"),
    CALLS_OF_A_DAY(COORDINATOR, on -> on.open("/console/calls?view=day"), "CallsPage.calls"),
    TEXTS_THAT_FAILED(COORDINATOR, seeing("/console/texts", "main table button"), "TextsPage.texts"),
    TEXTS_IN_DOUBT(COORDINATOR, on -> on.open("/console/texts?status=UNKNOWN"), "TextsPage.texts"),
    ROSTER(COORDINATOR, on -> on.open("/console/roster"), "RosterPage.list"),
    NOBODY_ON_THE_ROSTER(COORDINATOR, on -> on.open("/console/roster?status=PAUSED&done=not-found"), "RosterPage.list"),
    PEER_IN_THE_ROSTER(COORDINATOR, on -> on.open("/console/roster/" + on.busyPeer()), "OnePeerPage.show"),
    PEER_WHO_HAS_LEFT(COORDINATOR, on -> on.open("/console/roster/" + on.retiredPeer()), "OnePeerPage.show"),
    PAUSE_UNTIL_A_DAY_THAT_IS_OVER(
            COORDINATOR,
            on -> {
                on.open("/console/roster/" + on.busyPeer());
                on.run("document.getElementById('until').value = '2020-01-01'");
                on.click("form[action$='/pause'] button");
                on.find("#until-fault");
            },
            "OnePeerPage.pause"),
    RETIRING_A_PEER_UNSURE(
            COORDINATOR,
            on -> {
                on.open("/console/roster/" + on.busyPeer());
                on.run("document.querySelector(\"form[action$='/retire']\").noValidate = true");
                on.click("form[action$='/retire'] button");
                on.find("#sure-fault, .fault");
            },
            "OnePeerPage.retire"),
    ENTRY_FOR_SOMEBODY_NEW(COORDINATOR, on -> on.open("/console/roster/new"), "EntryPage.empty"),
    ENTRY_WITH_FAULTS(
            COORDINATOR,
            on -> {
                on.open("/console/roster/new");
                on.click("main form button.main");
                on.find("#faults");
            },
            "EntryPage.add"),
    ENTRY_TO_CHANGE(COORDINATOR, on -> on.open("/console/roster/" + on.busyPeer() + "/change"), "EntryPage.change"),
    NOTHING_OF_THAT_REFERENCE(COORDINATOR, on -> on.open("/console/requests?reference=nothing"), "RequestsPage.list"),
    IMPORT(COORDINATOR, on -> on.open("/console/roster/import"), "ImportPage.form"),
    IMPORT_PREVIEW(
            COORDINATOR,
            on -> {
                on.open("/console/roster/import");
                on.file(
                        "#file",
                        "displayName,fullName,mobileNumber,gmcNumber,jobRole\n"
                                + "Dr Robin A,Robin Ashworth,07400 300002,7000002,GP\n");
                on.click("button[value=preview]");
                on.find("#preview");
            },
            "ImportPage.bringIn"),
    IMPORT_WITH_FAULTS(
            COORDINATOR,
            on -> {
                on.open("/console/roster/import");
                on.file(
                        "#file",
                        "displayName,fullName,mobileNumber,gmcNumber,jobRole\n"
                                + "Dr X,X Y,0113 496 0000,7000003,GP\n");
                on.click("button[value=preview]");
                on.find("#faults");
            },
            "ImportPage.bringIn"),
    NUMBERS(COORDINATOR, on -> on.open("/console/numbers"), "NumbersPage.numbers"),
    FIGURES(
            COORDINATOR,
            on -> {
                on.open("/console/pictures");
                on.run("document.querySelectorAll('details').forEach(d => d.open = true)");
            },
            "PicturesPage.pictures"),
    KEYS(ADMINISTRATOR, on -> on.open("/console/keys"), "KeysPage.list"),
    KEY_WITHOUT_A_ROLE(
            ADMINISTRATOR,
            on -> {
                on.open("/console/keys");
                on.type("#key-name", "Phone line").enter("#key-name");
                on.find(".fault");
            },
            "KeysPage.issue"),
    KEY_IS_MADE(
            ADMINISTRATOR,
            on -> {
                on.open("/console/keys");
                on.type("#key-name", "Phone line");
                on.click("input[value=INTAKE]");
                on.enter("#key-name");
                on.find("#new-key");
            },
            "KeysPage.issue"),
    SAFETY(SAFEGUARDING_LEAD, seeing("/console/safety", "#safety a.button"), "SafetyPage.list"),
    PEER_WHO_ASKED_FOR_THE_LEAD(
            SAFEGUARDING_LEAD,
            on -> {
                on.open("/console/safety");
                on.click("#safety a.button");
                on.find("a[href^='tel:']");
            },
            "SafetyPage.peer"),
    MINE(PEER, on -> on.open("/console/mine"), "MyPage.mine");

    /** The way to a state, with somebody signed in and a programme in which there is something to see. */
    interface Way {
        void go(Desk on);
    }

    private final Reader reader;
    private final Way way;
    private final Set<String> doors;

    PageState(Reader reader, Way way, String... doors) {
        this.reader = reader;
        this.way = way;
        this.doors = Set.of(doors);
    }

    private static Way seeing(String address, String part) {
        return on -> {
            on.open(address);
            on.find(part);
        };
    }

    /** @param status that is named on the page; empty when it names none */
    private static Way refused(String address, String status) {
        return on -> {
            on.open(address);
            on.isFault(status);
        };
    }

    Reader reader() {
        return reader;
    }

    Set<String> doors() {
        return doors;
    }

    void reach(Desk desk) {
        way.go(desk);
    }
}
