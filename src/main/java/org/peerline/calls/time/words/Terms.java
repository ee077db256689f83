package org.peerline.calls.time.words;

import java.util.ArrayList;
import java.util.List;

/** A text as terms, in order. Where a word can be two things, both are kept at its place. */
public final class Terms {
    private final List<List<Term>> places;

    Terms(List<List<Term>> places) {
        this.places = List.copyOf(places);
    }

    public int size() {
        return places.size();
    }

    /** Whether the terms from this place on can be these kinds, one after the other. */
    public boolean are(int place, Kind... kinds) {
        for (int i = 0; i < kinds.length; i++) {
            if (find(place + i, kinds[i]) == null) {
                return false;
            }
        }
        return true;
    }

    public boolean isAny(int place, Kind... kinds) {
        for (Kind kind : kinds) {
            if (are(place, kind)) {
                return true;
            }
        }
        return false;
    }

    /** The place after this one if the term here is of that kind, else this place. */
    public int skip(int place, Kind kind) {
        return are(place, kind) ? place + 1 : place;
    }

    public int value(int place, Kind kind) {
        return find(place, kind).value();
    }

    /** The number at this place; one that does not fit the digits asked for is no match, shown as -1. */
    public int number(int place, int fewestDigits, int mostDigits) {
        Term term = find(place, Kind.NUMBER);
        boolean fits = term != null && term.digits() >= fewestDigits && term.digits() <= mostDigits;
        return fits ? term.value() : -1;
    }

    public int digits(int place) {
        return find(place, Kind.NUMBER).digits();
    }

    boolean contain(Kind... kinds) {
        for (int place = 0; place < size(); place++) {
            if (isAny(place, kinds)) {
                return true;
            }
        }
        return false;
    }

    public List<Terms> betweenOrs() {
        return between(Kind.OR);
    }

    public List<Terms> betweenCommas() {
        return between(Kind.COMMA);
    }

    /** Whether it speaks of a stretch of time, or of a time left open, instead of one moment. */
    public boolean leaveTheTimeOpen() {
        return contain(Kind.RANGE, Kind.AFTER, Kind.TO, Kind.DASH, Kind.ABOUT);
    }

    private List<Terms> between(Kind separator) {
        List<Terms> parts = new ArrayList<>();
        List<List<Term>> part = new ArrayList<>();
        for (int place = 0; place <= size(); place++) {
            if (place == size() || are(place, separator)) {
                if (!part.isEmpty()) {
                    parts.add(new Terms(part));
                }
                part = new ArrayList<>();
            } else {
                part.add(places.get(place));
            }
        }
        return parts;
    }

    private Term find(int place, Kind kind) {
        if (place < 0 || place >= size()) {
            return null;
        }
        for (Term term : places.get(place)) {
            if (term.kind() == kind) {
                return term;
            }
        }
        return null;
    }
}
