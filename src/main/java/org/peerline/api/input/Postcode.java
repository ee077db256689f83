package org.peerline.api.input;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A postcode of the United Kingdom, its islands or its forces, in any case and with or without the space. */
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Postcode.Check.class)
public @interface Postcode {
    String message() default "Must be a full UK postcode, such as SW1A 1AA.";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The check. */
    final class Check implements ConstraintValidator<Postcode, String> {
        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            return text == null || UkPostcode.normalised(text).isPresent();
        }
    }
}
