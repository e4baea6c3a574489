/** Backtests from the command line: words in, sentences and files out. */
@NullMarked
package io.vigie.backtest.command;

import org.jspecify.annotations.NullMarked;
