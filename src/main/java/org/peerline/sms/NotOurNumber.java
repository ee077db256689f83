package org.peerline.sms;

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
import org.peerline.api.input.MobileNumbers;
import org.peerline.api.input.UkMobile;

/**
 * A person's number, not one of the service's own: with one of those, its texts would go round in a circle. What
 * {@link UkMobile} does not read is left to it, and null is valid.
 */
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = NotOurNumber.Check.class)
public @interface NotOurNumber {
    String message() default "This is one of the service's own numbers.";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The check. */
    @Singleton
    class Check implements ConstraintValidator<NotOurNumber, String> {
        private final MobileNumbers numbers;
        private final OurNumbers ourNumbers;

        @Inject
        Check(MobileNumbers numbers, OurNumbers ourNumbers) {
            this.numbers = numbers;
            this.ourNumbers = ourNumbers;
        }

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            return text == null || numbers.read(text).filter(ourNumbers::isOurs).isEmpty();
        }
    }
}
