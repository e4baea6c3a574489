/** Where the past comes from: files of bars or prints in the usual forms, and the recordings that ship with the product. */
@NullMarked
package io.vigie.backtest.data;

import org.jspecify.annotations.NullMarked;
