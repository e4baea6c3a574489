/** The running market: wall time becomes market time, commands go through the journal, events go to who listens. */
@NullMarked
package io.vigie.simulator.market;

import org.jspecify.annotations.NullMarked;
