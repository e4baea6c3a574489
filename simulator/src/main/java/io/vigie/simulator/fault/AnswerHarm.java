package io.vigie.simulator.fault;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something that is done to whatever leaves the venue, over REST and in streams. */
public sealed interface AnswerHarm extends Harm {

	@Override
	default boolean strikesAt(Site site) {
		return site == Site.REQUEST || site == Site.MESSAGE;
	}

	/**
	 * Answers change their shape. Fields are named by their path, {@code legs.stop_price}; arrays are walked through.
	 *
	 * @param rename by path, to the new name of the last part
	 * @param set by path, to any JSON
	 */
	@JsonTypeName("fields_changed")
	record FieldsChanged(@Nullable List<String> remove, @Nullable Map<String, String> rename, @Nullable Map<String, Object> set)
			implements AnswerHarm {

		public FieldsChanged {
			Check.that("do", remove != null || rename != null || set != null, "must have one of remove, rename and set");
		}
	}

	/** @param seconds that every stamp is ahead of market time; behind it where negative */
	@JsonTypeName("clock_skew")
	record ClockSkew(@Nullable BigDecimal seconds) implements AnswerHarm {

		public ClockSkew {
			Check.present("do.seconds", seconds);
		}
	}
}
