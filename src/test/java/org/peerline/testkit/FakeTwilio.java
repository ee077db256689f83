package org.peerline.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Twilio's side of the wire on loopback: takes texts, keeps them, lists them, and misbehaves as it is told. Texts are
 * kept in the order of their arrival.
 */
public final class FakeTwilio implements AutoCloseable {
    public static final String ACCOUNT_SID = "AC0123456789abcdef0123456789abcdef";
    public static final String AUTH_TOKEN = "fake-auth-token-in-use";
    public static final String AUTH_TOKEN_NEXT = "fake-auth-token-to-come";

    private static final Pattern MESSAGES = Pattern.compile("/2010-04-01/Accounts/([^/]+)/Messages\\.json");

    static {
        // Without it the JDK's server holds each small answer back for 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final ExecutorService threads = Executors.newCachedThreadPool(FakeTwilio::daemon);
    private final List<PostedMessage> posts = new ArrayList<>();
    private final Deque<FakeAnswer> nextAnswers = new ArrayDeque<>();
    private final List<ListedInbound> received = new ArrayList<>();
    private final Map<String, FakeAnswer> answersByRecipient = new HashMap<>();
    private final Map<String, FakeTwilioJson.End> ends = new HashMap<>();
    private Clock clock;
    private boolean listAway;
    private int lookUps;
    private FakeAnswer everyAnswer = FakeAnswer.accepted();
    private CountDownLatch silence = new CountDownLatch(1);
    private CountDownLatch late = new CountDownLatch(1);
    private HttpServer server;
    private final int port;

    public FakeTwilio() {
        this(Clock.systemUTC());
    }

    public FakeTwilio(Clock clock) {
        this.clock = clock;
        server = listen(0);
        port = server.getAddress().getPort();
    }

    /** For {@code PEERLINE_TWILIO_API_URL}. */
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** These in turn for the posts to come, then the usual answer again. */
    public synchronized void answerNext(FakeAnswer... answers) {
        nextAnswers.addAll(List.of(answers));
    }

    public synchronized void answerAll(FakeAnswer answer) {
        everyAnswer = answer;
    }

    /** For posts to this number, until the next {@link #reset}. */
    public synchronized void answerTo(String recipient, FakeAnswer answer) {
        answersByRecipient.put(recipient, answer);
    }

    /** A text that somebody sent and Twilio has on its books, whether a webhook brought it or not. */
    public synchronized void hasReceived(String sid, String from, String to, String body) {
        received.add(new ListedInbound(sid, ACCOUNT_SID, from, to, body, clock.instant()));
    }

    /** What became of a text, as its list has it from now on; whether it calls anybody back is another matter. */
    public synchronized void ended(PostedMessage text, String status, Integer errorCode) {
        ends.put(text.sid(), new FakeTwilioJson.End(status, errorCode));
    }

    /** Its time from now on; a test whose service has a time of its own gives it to its provider too. */
    public synchronized void clock(Clock newClock) {
        clock = newClock;
    }

    /** The list answers 503 until the next {@link #reset}. */
    public void listIsAway() {
        listIsAway(true);
    }

    public synchronized void listIsAway(boolean away) {
        listAway = away;
    }

    /** How often somebody has asked for the texts to one number. */
    public synchronized int lookUps() {
        return lookUps;
    }

    /** Every post that arrived, accepted or not. */
    public synchronized List<PostedMessage> posts() {
        return List.copyOf(posts);
    }

    /** Waits until so many posts have arrived since the last {@link #reset}; fails the test when they do not. */
    public synchronized List<PostedMessage> awaitPosts(int count) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (posts.size() < count) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError("only " + posts.size() + " of " + count + " texts have arrived");
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        return posts();
    }

    /** Those that wait for a late answer get it now. */
    public synchronized void answerWhatIsLate() {
        late.countDown();
        late = new CountDownLatch(1);
    }

    /** Forgets texts and instructions, and ends every silence. */
    public synchronized void reset() {
        posts.clear();
        received.clear();
        ends.clear();
        nextAnswers.clear();
        answersByRecipient.clear();
        listAway = false;
        lookUps = 0;
        everyAnswer = FakeAnswer.accepted();
        answerWhatIsLate();
        silence.countDown();
        silence = new CountDownLatch(1);
    }

    /** Connections are refused until {@link #comeBack}. */
    public synchronized void goAway() {
        server.stop(0);
    }

    public synchronized void comeBack() {
        server = listen(port);
    }

    @Override
    public void close() {
        reset();
        goAway();
        threads.shutdownNow();
    }

    private HttpServer listen(int wanted) {
        try {
            var listening = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 0);
            listening.createContext("/", this::serve);
            listening.setExecutor(threads);
            listening.start();
            return listening;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Matcher path = MESSAGES.matcher(exchange.getRequestURI().getPath());
            if (!path.matches()) {
                write(exchange, FakeAnswer.error(404, 20404), "");
            } else if (exchange.getRequestMethod().equals("POST")) {
                post(exchange, path.group(1));
            } else {
                var query = parameters(exchange.getRequestURI().getRawQuery());
                list(exchange, query);
            }
        }
    }

    private void list(HttpExchange exchange, Map<String, String> query) throws IOException {
        String page;
        synchronized (this) {
            lookUps += query.containsKey("To") ? 1 : 0;
            page = listAway ? null : FakeTwilioJson.list(posts, ends, received, query);
        }
        if (page == null) {
            write(exchange, FakeAnswer.html(503), "");
        } else {
            write(exchange, FakeAnswer.accepted(), 200, page);
        }
    }

    private void post(HttpExchange exchange, String account) throws IOException {
        var form = parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII));
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        FakeAnswer answer;
        PostedMessage message;
        CountDownLatch untilReset;
        CountDownLatch untilLet;
        synchronized (this) {
            answer = nextAnswers.isEmpty()
                    ? answersByRecipient.getOrDefault(form.get("To"), everyAnswer)
                    : nextAnswers.poll();
            untilReset = silence;
            untilLet = late;
            message = new PostedMessage(
                    TwilioIds.message(), account, authorization, form, answer.accepts(), clock.instant());
            posts.add(message);
            notifyAll();
        }
        switch (answer.manner()) {
            case ANSWER -> write(exchange, answer, FakeTwilioJson.of(message));
            case DROP_CONNECTION -> exchange.close();
            case SAY_NOTHING -> await(untilReset);
            case ANSWER_LATE -> {
                await(untilLet);
                write(exchange, answer, FakeTwilioJson.of(message));
            }
        }
    }

    private static void write(HttpExchange exchange, FakeAnswer answer, String description) throws IOException {
        write(exchange, answer, answer.status(), answer.body() == null ? description : answer.body());
    }

    private static void write(HttpExchange exchange, FakeAnswer answer, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static Map<String, String> parameters(String encoded) {
        var parameters = new LinkedHashMap<String, String>();
        for (String pair : encoded == null ? new String[0] : encoded.split("&")) {
            int equals = pair.indexOf('=');
            String name = URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8);
            String value = URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8);
            if (parameters.put(name, value) != null) {
                throw new AssertionError(name + " was sent twice");
            }
        }
        return parameters;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "fake-twilio");
        thread.setDaemon(true);
        return thread;
    }
}
