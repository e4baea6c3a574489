package io.vigie.engine.indicator;

import io.vigie.engine.market.Bar;
import java.math.BigDecimal;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** What a bar says by itself. */
enum Price {

	OPEN(Bar::open), HIGH(Bar::high), LOW(Bar::low), CLOSE(Bar::close), VOLUME(Bar::volume);

	private final Function<Bar, BigDecimal> of;

	Price(Function<Bar, BigDecimal> of) {
		this.of = of;
	}

	Indicator indicator() {
		return new Alone(bar -> of.apply(bar).doubleValue());
	}

	static Indicator always(double value) {
		return new Alone(_ -> value);
	}

	/** What needs no bar but the last. */
	private record Alone(ToDoubleFunction<Bar> value) implements Indicator {

		@Override
		public double next(Bar bar) {
			return value.applyAsDouble(bar);
		}

		@Override
		public int warmUp() {
			return 1;
		}

		@Override
		public int memory() {
			return 1;
		}
	}
}
