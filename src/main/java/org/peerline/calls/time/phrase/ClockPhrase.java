package org.peerline.calls.time.phrase;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** What a text says of the clock, and every time of day that it can mean. */
public sealed interface ClockPhrase {

    /** All that is meant within this part of the day; empty when the two contradict each other. */
    List<Moment> moments(PartOfDay part);

    /** 18:30, 7pm, 09:00, noon. */
    record Exact(LocalTime time) implements ClockPhrase {
        @Override
        public List<Moment> moments(PartOfDay part) {
            List<Moment> moments = new ArrayList<>();
            if (part.includes(time) || part.runsOverMidnightTo(time)) {
                moments.add(Moment.sameDay(time));
            }
            if (part.runsOverMidnightTo(time)) {
                moments.add(Moment.nextDay(time));
            }
            return moments;
        }
    }

    /** 7, or 7:30: before noon or after it. */
    record EitherHalf(int hour, int minute) implements ClockPhrase {
        @Override
        public List<Moment> moments(PartOfDay part) {
            List<Moment> moments = new ArrayList<>(new Exact(LocalTime.of(hour, minute)).moments(part));
            moments.addAll(new Exact(LocalTime.of(hour + 12, minute)).moments(part));
            return moments;
        }
    }

    /** 12 or 12:30: everybody means midday by it, unless the talk is of a night. */
    record Twelve(int minute) implements ClockPhrase {
        @Override
        public List<Moment> moments(PartOfDay part) {
            if (part == PartOfDay.NIGHT) {
                return List.of(Moment.nextDay(LocalTime.of(0, minute)));
            }
            return new Exact(LocalTime.of(12, minute)).moments(part);
        }
    }

    /** Midnight on Friday: as Friday begins, or as it ends. */
    record Midnight() implements ClockPhrase {
        @Override
        public List<Moment> moments(PartOfDay part) {
            return switch (part) {
                case NIGHT, EVENING -> List.of(Moment.nextDay(LocalTime.MIDNIGHT));
                case ANY -> List.of(Moment.sameDay(LocalTime.MIDNIGHT), Moment.nextDay(LocalTime.MIDNIGHT));
                case BEFORE_NOON, FROM_NOON, MORNING, LUNCH, AFTERNOON -> List.of();
            };
        }
    }

    /** 12am: midnight by the rule, noon by a common mistake. */
    record TwelveAm() implements ClockPhrase {
        @Override
        public List<Moment> moments(PartOfDay part) {
            List<Moment> moments = new ArrayList<>(new Midnight().moments(part));
            moments.addAll(new Exact(LocalTime.NOON).moments(part));
            return moments;
        }
    }

    /** Lunchtime without a time: the usual three. */
    record Lunchtime() implements ClockPhrase {
        @Override
        public List<Moment> moments(PartOfDay part) {
            return List.of(
                    Moment.sameDay(LocalTime.NOON),
                    Moment.sameDay(LocalTime.of(12, 30)),
                    Moment.sameDay(LocalTime.of(13, 0)));
        }
    }

    /** 25:70: written like a time, but there is none. */
    record NoSuchTime() implements ClockPhrase {
        @Override
        public List<Moment> moments(PartOfDay part) {
            return List.of();
        }
    }
}
