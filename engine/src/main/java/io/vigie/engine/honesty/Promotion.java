package io.vigie.engine.honesty;

import java.util.List;

/** Whether a strategy may trade, as far as its backtests can tell. */
public sealed interface Promotion {

	/** One sentence. */
	String words();

	/** Nothing speaks against it. */
	record Promoted() implements Promotion {

		@Override
		public String words() {
			return "promoted";
		}
	}

	/** @param reasons all that speak against it, at least one */
	record Refused(List<String> reasons) implements Promotion {

		public Refused {
			reasons = List.copyOf(reasons);
		}

		@Override
		public String words() {
			return "refused, because " + String.join("; ", reasons);
		}
	}
}
