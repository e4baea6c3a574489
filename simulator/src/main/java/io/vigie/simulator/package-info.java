/** A recorded market one can trade against, speaking Alpaca's REST and WebSocket API. */
@NullMarked
package io.vigie.simulator;

import org.jspecify.annotations.NullMarked;
