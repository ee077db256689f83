package bench;

/** Why there is no result: something is missing, or what was measured went wrong. One sentence for a person. */
public final class Unmeasurable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Unmeasurable(String sentence) {
        super(sentence);
    }
}
