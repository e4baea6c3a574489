package io.vigie.executor.wish;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Positive;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** A number that one may pay, and that can be written down. */
@Positive
@Digits(integer = 12, fraction = 9)
@Constraint(validatedBy = {})
@ReportAsSingleViolation
@Retention(RetentionPolicy.RUNTIME)
@interface Price {

	String message() default "must be above zero, with 12 digits before the point and 9 after it at most";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};
}
