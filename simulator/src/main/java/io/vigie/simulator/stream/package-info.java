/** Alpaca's WebSockets: market data for stocks and crypto, and the account's trade updates. */
@NullMarked
package io.vigie.simulator.stream;

import org.jspecify.annotations.NullMarked;
