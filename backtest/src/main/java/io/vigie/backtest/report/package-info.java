/**
 * A backtest as one page to look at: no server, no network, nothing beside the file.
 * What is drawn is drawn in doubles, figures are not.
 */
@NullMarked
package io.vigie.backtest.report;

import org.jspecify.annotations.NullMarked;
