package io.vigie.simulator.stream;

import io.vigie.simulator.exchange.MarketEvent;
import io.vigie.simulator.fault.Harm;
import java.util.List;

/**
 * An event on its way to those who listen.
 *
 * @param edits what is to be changed in what they read of it
 */
record Told(MarketEvent event, List<Harm> edits) {
}
