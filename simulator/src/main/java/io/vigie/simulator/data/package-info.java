/** Alpaca's market data API over REST: bars, trades, quotes and snapshots of stocks and crypto. */
@NullMarked
package io.vigie.simulator.data;

import org.jspecify.annotations.NullMarked;
