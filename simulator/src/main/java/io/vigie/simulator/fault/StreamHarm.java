package io.vigie.simulator.fault;

import com.fasterxml.jackson.annotation.JsonTypeName;
import org.jspecify.annotations.Nullable;

/** Something that happens to a stream or to single messages of it. */
public sealed interface StreamHarm extends Harm {

	@Override
	default boolean strikesAt(Site site) {
		return site == Site.MESSAGE;
	}

	@Override
	default boolean once() {
		return true;
	}

	/** @param abrupt whether without a word; with a close frame unless told otherwise */
	@JsonTypeName("stream_dropped")
	record StreamDropped(@Nullable Boolean abrupt) implements StreamHarm {

		@Override
		public boolean strikesAt(Site site) {
			return site == Site.MARKET;
		}

		@Override
		public boolean decides() {
			return true;
		}
	}

	/** @param pings whether pings, and whatever else a client says, are left unanswered as well, as they are unless told otherwise */
	@JsonTypeName("stream_silent")
	record StreamSilent(@Nullable Boolean pings) implements StreamHarm {

		@Override
		public boolean strikesAt(Site site) {
			return site == Site.MESSAGE || site == Site.HEARD && !Boolean.FALSE.equals(pings);
		}

		@Override
		public boolean once() {
			return false;
		}

		@Override
		public boolean decides() {
			return true;
		}
	}

	@JsonTypeName("event_lost")
	record EventLost() implements StreamHarm {

		@Override
		public boolean decides() {
			return true;
		}
	}

	/** @param copies beyond the first, one unless told otherwise */
	@JsonTypeName("event_duplicated")
	record EventDuplicated(@Nullable Integer copies) implements StreamHarm {

		public EventDuplicated {
			Check.between("do.copies", copies, 1, 100);
		}
	}

	/**
	 * @param by how many later messages overtake it, one unless told otherwise
	 * @param millis how long it waits for them at most, a second unless told otherwise
	 */
	@JsonTypeName("event_reordered")
	record EventReordered(@Nullable Integer by, @Nullable Integer millis) implements StreamHarm {

		public EventReordered {
			Check.between("do.by", by, 1, 100);
			Check.between("do.millis", millis, 1, Check.LONGEST_MILLIS);
		}
	}

	/** Later messages do not wait for it. */
	@JsonTypeName("event_delayed")
	record EventDelayed(@Nullable Integer millis) implements StreamHarm {

		public EventDelayed {
			Check.present("do.millis", millis);
			Check.between("do.millis", millis, 1, Check.LONGEST_MILLIS);
		}
	}
}
