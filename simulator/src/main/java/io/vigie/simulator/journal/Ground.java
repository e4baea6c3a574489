package io.vigie.simulator.journal;

import io.vigie.simulator.exchange.ExchangeState;
import org.jspecify.annotations.Nullable;

/**
 * What the journal of the same generation is played on.
 *
 * @param state absent as long as the market starts from its founding
 */
public record Ground(int format, Founding founding, long generation, @Nullable ExchangeState state) {

	static final int FORMAT = 1;
}
