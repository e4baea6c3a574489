/** Who may talk to the venue, and how often: Alpaca's key headers, rate limit headers and error bodies. */
@NullMarked
package io.vigie.simulator.access;

import org.jspecify.annotations.NullMarked;
