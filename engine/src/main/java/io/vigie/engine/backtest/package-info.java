/**
 * Trades a strategy over the past, with the rules that trade it live: the same strategies, gate, matching, fees and books.
 * What it takes for granted is a value that goes with the result.
 */
@NullMarked
package io.vigie.engine.backtest;

import org.jspecify.annotations.NullMarked;
