package io.vigie.common.kafka;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells the database or broker being out of reach (try again, for as long as it takes) from a message's own fault. */
final class Outage {

	private Outage() {
	}

	static boolean is(Throwable e) {
		for (Throwable cause = e; cause != null; cause = next(cause)) {
			if (isInfrastructure(cause)) {
				return true;
			}
		}
		return false;
	}

	private static boolean isInfrastructure(Throwable e) {
		return e instanceof TransientDataAccessException || e instanceof RecoverableDataAccessException
				|| e instanceof NonTransientDataAccessResourceException || e instanceof CannotCreateTransactionException
				|| e instanceof KafkaException || e instanceof org.springframework.kafka.KafkaException
				|| e instanceof SQLTransientException || e instanceof SQLRecoverableException
				|| e instanceof SQLNonTransientConnectionException || e instanceof InterruptedException
				|| e instanceof SQLException sql && isConnectionState(sql.getSQLState());
	}

	/** Classes 08 (connection), 53 (resources), 57 (shut down or cancelled by the operator), 40 (rolled back, try again). */
	private static boolean isConnectionState(@Nullable String state) {
		return state != null && (state.startsWith("08") || state.startsWith("53") || state.startsWith("57")
				|| state.startsWith("40"));
	}

	private static @Nullable Throwable next(Throwable e) {
		return e.getCause() == e ? null : e.getCause();
	}
}
