package io.vigie.engine.risk;

import io.vigie.engine.market.Instrument;

/** On which grid, and at which cost, an instrument is traded. */
public record Terms(Instrument instrument, Costs costs) {
}
