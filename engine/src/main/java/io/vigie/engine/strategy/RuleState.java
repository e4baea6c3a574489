package io.vigie.engine.strategy;

import io.vigie.engine.market.Bar;
import java.util.List;
import java.util.stream.Collectors;

/** Whether a rule holds, bar by bar. */
interface RuleState {

	/** Takes the next bar; false while it can't be known. */
	boolean next(Bar bar);

	int warmUp();

	int memory();

	/** What it saw at the last bar, in words. */
	String words();

	/** Adds what it looked at. */
	void tell(Values values);

	static RuleState all(List<RuleState> states) {
		return new Several(states, false);
	}

	static RuleState any(List<RuleState> states) {
		return new Several(states, true);
	}

	static RuleState not(RuleState state) {
		return new Negated(state);
	}

	/** Shows each bar to every part: a part that was skipped would not know its past. */
	record Several(List<RuleState> states, boolean oneIsEnough) implements RuleState {

		@Override
		public boolean next(Bar bar) {
			int holding = 0;
			for (RuleState state : states) {
				holding += state.next(bar) ? 1 : 0;
			}
			return oneIsEnough ? holding > 0 : holding == states.size();
		}

		@Override
		public int warmUp() {
			return states.stream().mapToInt(RuleState::warmUp).max().orElse(1);
		}

		@Override
		public int memory() {
			return states.stream().mapToInt(RuleState::memory).max().orElse(1);
		}

		@Override
		public String words() {
			return states.stream().map(RuleState::words).collect(Collectors.joining(oneIsEnough ? " or " : " and "));
		}

		@Override
		public void tell(Values values) {
			states.forEach(it -> it.tell(values));
		}
	}

	/** Holds where the other does not, also while that can't be known: before its warm-up a strategy decides nothing anyway. */
	record Negated(RuleState state) implements RuleState {

		@Override
		public boolean next(Bar bar) {
			return !state.next(bar);
		}

		@Override
		public int warmUp() {
			return state.warmUp();
		}

		@Override
		public int memory() {
			return state.memory();
		}

		@Override
		public String words() {
			return "not " + state.words();
		}

		@Override
		public void tell(Values values) {
			state.tell(values);
		}
	}
}
