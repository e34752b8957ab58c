/**
 * A policy in a Spring Boot application, 3.5 or 4: {@link dev.roi.spring.PolicyInUse} reviews, {@link
 * dev.roi.spring.RoiProperties} says what can be set. Every bean backs off where the application has one of its own.
 */
@NullMarked
package dev.roi.spring;

import org.jspecify.annotations.NullMarked;
