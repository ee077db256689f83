package org.peerline.api.input;

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
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.peerline.core.TimeSource;

/** The date of birth of a doctor or medical student: past, and an age from 16 to 110. */
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = BirthDate.Check.class)
public @interface BirthDate {
    String message() default "Must be a date of birth.";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The check. */
    @Singleton
    class Check implements ConstraintValidator<BirthDate, LocalDate> {
        private final TimeSource time;
        private final ZoneId zone;

        @Inject
        Check(
                TimeSource time,
                @ConfigProperty(name = "peerline.time-zone", defaultValue = "Europe/London") ZoneId zone) {
            this.time = time;
            this.zone = zone;
        }

        @Override
        public boolean isValid(LocalDate born, ConstraintValidatorContext context) {
            if (born == null) {
                return true;
            }
            var fault = PlausibleAge.fault(born, time.now().atZone(zone).toLocalDate());
            fault.ifPresent(sentence -> {
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate(sentence).addConstraintViolation();
            });
            return fault.isEmpty();
        }
    }
}
