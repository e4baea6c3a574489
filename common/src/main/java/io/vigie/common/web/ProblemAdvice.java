package io.vigie.common.web;

import jakarta.validation.ConstraintViolationException;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.databind.PropertyNamingStrategies;

/** Every error over HTTP is a problem of RFC 9457. What went wrong inside is logged, never shown. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

	private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

	@ExceptionHandler
	ProblemDetail on(IllegalArgumentException e) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
	}

	@ExceptionHandler
	ProblemDetail on(ConstraintViolationException e) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
	}

	/** The database or the broker is out of reach: worth asking again, and no fault of the request. */
	@ExceptionHandler({ TransientDataAccessException.class, NonTransientDataAccessResourceException.class,
			CannotCreateTransactionException.class, KafkaException.class })
	ProblemDetail onOutage(RuntimeException e) {
		log.atWarn().addKeyValue("cause", String.valueOf(e.getMessage())).log("Request can't be handled now");
		return ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE,
				"The database or the broker can't be reached right now; try again.");
	}

	@ExceptionHandler
	ProblemDetail on(Exception e) {
		log.error("Request failed", e);
		return ProblemDetail.forStatusAndDetail(HttpStatus.INTERNAL_SERVER_ERROR,
				"The request could not be handled; the cause is in the log of this service.");
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(HandlerMethodValidationException e,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		e.getBody().setDetail(e.getParameterValidationResults().stream()
			.map(result -> result.getMethodParameter().getParameterName() + " "
					+ result.getResolvableErrors().stream().map(error -> String.valueOf(error.getDefaultMessage())).collect(Collectors.joining(", ")))
			.collect(Collectors.joining("; ")));
		return super.handleExceptionInternal(e, e.getBody(), headers, status, request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(MethodArgumentNotValidException e, HttpHeaders headers,
			HttpStatusCode status, WebRequest request) {
		e.getBody().setDetail(e.getFieldErrors().stream()
			.map(error -> asSent(error.getField()) + " " + error.getDefaultMessage())
			.collect(Collectors.joining("; ")));
		return super.handleExceptionInternal(e, e.getBody(), headers, status, request);
	}

	/** As the body's JSON names it. */
	private static String asSent(String field) {
		return PropertyNamingStrategies.SNAKE_CASE.nameForField(null, null, field);
	}
}
