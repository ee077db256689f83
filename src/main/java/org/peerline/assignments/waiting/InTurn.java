package org.peerline.assignments.waiting;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A door that brings somebody new: before its transaction begins, those who wait already are given the places that have
 * become free, so that the newcomer finds what is left and not a queue that is just being served.
 */
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface InTurn {}
