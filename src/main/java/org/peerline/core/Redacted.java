package org.peerline.core;

/** A value that must not be printed: a name, a text, an address. {@link #toString} never shows it. */
public record Redacted<T>(T value) {
    @Override
    public String toString() {
        return "[redacted]";
    }
}
