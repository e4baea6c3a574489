/** Alpaca's trading API over REST: account, positions, orders, assets, clock, calendar, activities. */
@NullMarked
package io.vigie.simulator.trading;

import org.jspecify.annotations.NullMarked;
