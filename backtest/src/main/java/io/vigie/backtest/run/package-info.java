/** One backtest from what somebody asked for to what came of it. */
@NullMarked
package io.vigie.backtest.run;

import org.jspecify.annotations.NullMarked;
