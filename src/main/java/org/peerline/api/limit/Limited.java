package org.peerline.api.limit;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.peerline.limits.Limit;

/**
 * A REST method that one credential may call so often and no more; then it answers 429 with {@code Retry-After}. What was
 * refused for another reason counts too, because a refusal tells something.
 *
 * <p>{@link Limit#READS_PER_KEY} counts different things by the method's first parameter, which is the id of one: to be
 * shown the same again within the hour uses nothing.
 */
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Limited {
    @Nonbinding
    Limit value() default Limit.INTAKE_PER_KEY;
}
