package org.peerline.peers.rest.hours;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

/** Spans of which each has a length and none overlaps another; every one that is wrong is named by its place. */
@Target({ElementType.FIELD, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = WeeklyHours.Check.class)
public @interface WeeklyHours {
    String message() default "Overlaps an earlier span.";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The check. */
    final class Check implements ConstraintValidator<WeeklyHours, List<AvailabilitySpan>> {
        private static final String NO_LENGTH = "Must differ from the beginning; the whole day is 00:00 to 23:59.";

        @Override
        public boolean isValid(List<AvailabilitySpan> spans, ConstraintValidatorContext context) {
            // What could not be read is named already, and cannot be compared.
            if (spans == null || !spans.stream().allMatch(span -> span != null && span.whole())) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            boolean valid = true;
            for (int i = 0; i < spans.size(); i++) {
                if (spans.get(i).from().equals(spans.get(i).to())) {
                    context.buildConstraintViolationWithTemplate(NO_LENGTH)
                            .addPropertyNode("to")
                            .inIterable()
                            .atIndex(i)
                            .addConstraintViolation();
                    valid = false;
                }
            }
            for (int i : AvailabilitySpan.read(spans).overlapping()) {
                context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                        .addBeanNode()
                        .inIterable()
                        .atIndex(i)
                        .addConstraintViolation();
                valid = false;
            }
            return valid;
        }
    }
}
