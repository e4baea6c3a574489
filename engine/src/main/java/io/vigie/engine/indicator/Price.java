package io.vigie.engine.indicator;

import io.vigie.engine.market.Bar;
import java.math.BigDecimal;
import java.util.function.Function;

/** What a bar says by itself. */
enum Price {

	OPEN(Bar::open), HIGH(Bar::high), LOW(Bar::low), CLOSE(Bar::close), VOLUME(Bar::volume);

	private final Function<Bar, BigDecimal> of;

	Price(Function<Bar, BigDecimal> of) {
		this.of = of;
	}

	Indicator indicator() {
		return new Indicator() {

			@Override
			public double next(Bar bar) {
				return of.apply(bar).doubleValue();
			}

			@Override
			public int warmUp() {
				return 1;
			}

			@Override
			public int memory() {
				return 1;
			}
		};
	}
}
