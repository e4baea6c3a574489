/** What a market is made of: instruments, ticks, bars. Immutable values; times are UTC market time. */
@NullMarked
package io.vigie.engine.market;

import org.jspecify.annotations.NullMarked;
