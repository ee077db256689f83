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

/** A UK mobile number that can be texted, as {@link MobileNumbers} reads it. */
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = UkMobile.Check.class)
public @interface UkMobile {
    String message() default "Must be a UK mobile number that can receive texts, such as 07400 123456.";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The check. */
    @Singleton
    class Check implements ConstraintValidator<UkMobile, String> {
        private final MobileNumbers numbers;

        @Inject
        Check(MobileNumbers numbers) {
            this.numbers = numbers;
        }

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            return text == null || numbers.read(text).isPresent();
        }
    }
}
