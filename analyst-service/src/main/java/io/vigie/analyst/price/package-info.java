/** The last price of every symbol, and the bar that is forming. */
@NullMarked
package io.vigie.analyst.price;

import org.jspecify.annotations.NullMarked;
