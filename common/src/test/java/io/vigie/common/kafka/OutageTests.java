package io.vigie.common.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.apache.kafka.common.errors.TimeoutException;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.CannotCreateTransactionException;

class OutageTests {

	static Stream<RuntimeException> outages() {
		return Stream.of(new CannotCreateTransactionException("no connection"), new DataAccessResourceFailureException("gone"),
				new CannotAcquireLockException("deadlock"), new TimeoutException("broker"),
				new IllegalStateException(new SQLException("terminating connection", "57P01")),
				new IllegalStateException(new SQLException("broken", "08006")));
	}

	static Stream<RuntimeException> faults() {
		return Stream.of(new IllegalStateException("no such bot"), new DataIntegrityViolationException("check", new SQLException("x", "23514")),
				new NullPointerException());
	}

	@ParameterizedTest
	@MethodSource("outages")
	void outlastsWhatPassesByItself(RuntimeException e) {
		assertThat(Outage.is(e)).isTrue();
	}

	@ParameterizedTest
	@MethodSource("faults")
	void givesUpOnWhatTheMessageIsToBlameFor(RuntimeException e) {
		assertThat(Outage.is(e)).isFalse();
	}
}
