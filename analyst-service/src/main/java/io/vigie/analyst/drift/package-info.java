/** Compares what bots traded with what a backtest over the same bars would have traded. */
@NullMarked
package io.vigie.analyst.drift;

import org.jspecify.annotations.NullMarked;
