package org.peerline.demo;

/** How much is made: peers on the roster, requests that have ended, and requests that wait. */
public record DemoSize(int peers, int requests, int waiting) {
    private static final int MOST_PEERS = 100_000;
    private static final int MOST_REQUESTS = 10_000_000;
    private static final int MOST_WAITING = 50_000;
    private static final String USAGE = "demo-data wants whole numbers: --peers 1-" + MOST_PEERS + " --requests 0-"
            + MOST_REQUESTS + " --waiting 0-" + MOST_WAITING + ".";

    /** @throws IllegalArgumentException with a sentence for whoever typed it */
    static DemoSize parse(String... args) {
        int peers = 20_000;
        int requests = 1_000_000;
        int waiting = 5_000;
        if (args.length % 2 == 0) {
            throw new IllegalArgumentException(USAGE);
        }
        for (int at = 1; at < args.length; at += 2) {
            switch (args[at]) {
                case "--peers" -> peers = number(args[at + 1], 1, MOST_PEERS);
                case "--requests" -> requests = number(args[at + 1], 0, MOST_REQUESTS);
                case "--waiting" -> waiting = number(args[at + 1], 0, MOST_WAITING);
                default -> throw new IllegalArgumentException(USAGE);
            }
        }
        return new DemoSize(peers, requests, waiting);
    }

    private static int number(String written, int least, int most) {
        if (!written.matches("[0-9]{1,9}")) {
            throw new IllegalArgumentException(USAGE);
        }
        int number = Integer.parseInt(written);
        if (number < least || number > most) {
            throw new IllegalArgumentException(USAGE);
        }
        return number;
    }
}
