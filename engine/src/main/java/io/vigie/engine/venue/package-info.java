/**
 * What a venue does with an order: matching against prints, slippage, fees. Pure functions shared by the simulator and
 * the backtester, so that the same order over the same prints trades the same in both.
 */
@NullMarked
package io.vigie.engine.venue;

import org.jspecify.annotations.NullMarked;
