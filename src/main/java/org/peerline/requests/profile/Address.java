package org.peerline.requests.profile;

/** A postal address; {@code line2} and {@code town} may be {@code null}. */
public record Address(String line1, String line2, String town, String postcode) {
    @Override
    public String toString() {
        return "Address";
    }
}
