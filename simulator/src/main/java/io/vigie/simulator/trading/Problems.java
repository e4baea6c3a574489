package io.vigie.simulator.trading;

import io.vigie.simulator.exchange.Refused;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Every error as Alpaca's body: a code, a message, sometimes the numbers behind it. */
@RestControllerAdvice
class Problems {

	private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

	@ExceptionHandler
	ResponseEntity<Map<String, Object>> on(Refused refused) {
		Map<String, Object> body = new LinkedHashMap<>(refused.details());
		body.put("code", refused.code());
		body.put("message", String.valueOf(refused.getMessage()));
		return ResponseEntity.status(refused.status()).body(body);
	}

	@ExceptionHandler
	ResponseEntity<Map<String, Object>> on(HttpMessageNotReadableException unreadable) {
		return on(Refused.malformed("request body format is invalid"));
	}

	@ExceptionHandler
	ResponseEntity<Map<String, Object>> on(MethodArgumentTypeMismatchException mismatch) {
		return on(Refused.invalid("invalid " + mismatch.getName()));
	}

	@ExceptionHandler
	ResponseEntity<Map<String, Object>> on(BindException unbound) {
		String field = unbound.getFieldErrors().isEmpty() ? "parameter" : unbound.getFieldErrors().getFirst().getField();
		return on(Refused.invalid("invalid " + field));
	}

	/** Whatever Spring refuses by itself keeps its status; everything else is ours to be ashamed of. */
	@ExceptionHandler
	ResponseEntity<Map<String, Object>> on(Exception exception) {
		if (exception instanceof ErrorResponse response) {
			int status = response.getStatusCode().value();
			String detail = String.valueOf(response.getBody().getDetail());
			return ResponseEntity.status(status).body(Map.of("code", status * 100_000L + 10_000, "message", detail));
		}
		LOG.atError().setCause(exception).log("Request failed");
		return ResponseEntity.internalServerError().body(Map.of("code", 50010000, "message", "internal server error occurred"));
	}
}
