package io.vigie.simulator.fault;

import com.fasterxml.jackson.annotation.JsonTypeName;
import org.jspecify.annotations.Nullable;

/** Something that happens to a request. */
public sealed interface RequestHarm extends Harm {

	@Override
	default boolean strikesAt(Site site) {
		return site == Site.REQUEST;
	}

	@Override
	default boolean once() {
		return true;
	}

	@Override
	default boolean decides() {
		return true;
	}

	/**
	 * The request is done, and its client never hears of it.
	 *
	 * @param how {@code cut} unless told otherwise
	 * @param millis how long silence lasts before the connection is cut, for {@code silence}; a minute unless told otherwise
	 */
	@JsonTypeName("answer_lost")
	record AnswerLost(@Nullable Loss how, @Nullable Integer millis) implements RequestHarm {

		public AnswerLost {
			Check.between("do.millis", millis, 1, Check.LONGEST_MILLIS);
		}
	}

	/**
	 * @param millis how late
	 * @param done whether it takes effect before the wait, as it does unless told otherwise, or only after it
	 */
	@JsonTypeName("answer_late")
	record AnswerLate(@Nullable Integer millis, @Nullable Boolean done) implements RequestHarm {

		public AnswerLate {
			Check.present("do.millis", millis);
			Check.between("do.millis", millis, 1, Check.LONGEST_MILLIS);
		}

		@Override
		public boolean decides() {
			return false;
		}
	}

	/**
	 * @param status 503 unless told otherwise
	 * @param done whether the request takes effect all the same
	 */
	@JsonTypeName("server_error")
	record ServerError(@Nullable Integer status, @Nullable Boolean done) implements RequestHarm {

		public ServerError {
			Check.between("do.status", status, 500, 599);
		}
	}

	/** @param seconds until the client may try again, a minute unless told otherwise */
	@JsonTypeName("throttled")
	record Throttled(@Nullable Integer seconds) implements RequestHarm {

		public Throttled {
			Check.between("do.seconds", seconds, 0, 3600);
		}
	}

	@JsonTypeName("forbidden")
	record Forbidden(@Nullable String message) implements RequestHarm {
	}

	/** The connection ends before the request takes effect. */
	@JsonTypeName("connection_reset")
	record ConnectionReset() implements RequestHarm {
	}

	enum Loss {
		CUT, RESET, SILENCE
	}
}
