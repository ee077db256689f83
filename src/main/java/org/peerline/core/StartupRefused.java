package org.peerline.core;

/** The service cannot start as it is set up. The message is one sentence that tells an operator what to change. */
public class StartupRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StartupRefused(String sentence) {
        super(sentence);
    }

    /** @param cause for developers; people see the sentence only */
    public StartupRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
