/** Alpaca's protocol: market data and broker over REST, frames of the WebSockets. Tolerant of everything optional. */
@NullMarked
package io.vigie.sentinel.venue;

import org.jspecify.annotations.NullMarked;
