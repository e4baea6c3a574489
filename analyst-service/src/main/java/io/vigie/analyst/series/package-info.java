/** What each bot's strategy has seen: one instance per bot and symbol, warmed up from history, thrown away on a rebalance. */
@NullMarked
package io.vigie.analyst.series;

import org.jspecify.annotations.NullMarked;
