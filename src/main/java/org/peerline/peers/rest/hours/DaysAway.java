package org.peerline.peers.rest.hours;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.peerline.core.TimeSource;

/** Days away that end after they begin, are not over, and do not overlap; every one that is wrong is named by its place. */
@Target({ElementType.FIELD, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = DaysAway.Check.class)
public @interface DaysAway {
    String message() default "Overlaps an earlier one.";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The check. */
    @Singleton
    final class Check implements ConstraintValidator<DaysAway, List<AwaySpan>> {
        private static final int FURTHEST_YEARS = 5;

        private final TimeSource time;

        @Inject
        Check(TimeSource time) {
            this.time = time;
        }

        @Override
        public boolean isValid(List<AwaySpan> spans, ConstraintValidatorContext context) {
            // What could not be read is named already, and cannot be compared.
            if (spans == null || !spans.stream().allMatch(span -> span != null && span.whole())) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            // Today of the zone that is furthest behind: nobody is told that their own day is past.
            LocalDate today = time.now().atOffset(ZoneOffset.ofHours(-12)).toLocalDate();
            boolean valid = true;
            for (int at = 0; at < spans.size(); at++) {
                AwaySpan span = spans.get(at);
                if (span.to().isBefore(span.from())) {
                    valid = wrong(context, at, "to", "Must not be before the first day.");
                } else if (span.period().overBy(today)) {
                    valid = wrong(context, at, "to", "Must not be in the past.");
                } else if (span.to().isAfter(today.plusYears(FURTHEST_YEARS))) {
                    valid = wrong(context, at, "to", "Must be within five years.");
                }
                if (spans.subList(0, at).stream()
                        .anyMatch(earlier -> earlier.period().overlaps(span.period()))) {
                    context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                            .addBeanNode()
                            .inIterable()
                            .atIndex(at)
                            .addConstraintViolation();
                    valid = false;
                }
            }
            return valid;
        }

        private static boolean wrong(ConstraintValidatorContext context, int at, String property, String sentence) {
            context.buildConstraintViolationWithTemplate(sentence)
                    .addPropertyNode(property)
                    .inIterable()
                    .atIndex(at)
                    .addConstraintViolation();
            return false;
        }
    }
}
