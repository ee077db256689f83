package org.peerline.peers.rest.hours;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.ZoneId;

/** A zone of the IANA database that names a place: an offset does not know when the clocks change. */
@Target({ElementType.FIELD, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = TimeZoneName.Check.class)
public @interface TimeZoneName {
    String message() default "Must be the name of a time zone, such as Europe/London.";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The check. */
    final class Check implements ConstraintValidator<TimeZoneName, String> {
        @Override
        public boolean isValid(String name, ConstraintValidatorContext context) {
            return name == null
                    || (name.indexOf('/') > 0 && ZoneId.getAvailableZoneIds().contains(name));
        }
    }
}
