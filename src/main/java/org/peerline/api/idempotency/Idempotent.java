package org.peerline.api.idempotency;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A REST method that creates and accepts an {@code Idempotency-Key}: the same key and request within 24 hours gets the
 * first answer again, without a second effect ({@link ShownOnce} without its secret). The method is {@code @Transactional}, so that effect and stored answer
 * are committed together, and returns {@code Response}.
 */
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {}
