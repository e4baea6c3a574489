/** Strategies that people write as rules in a YAML file. */
@NullMarked
package io.vigie.backtest.rules;

import org.jspecify.annotations.NullMarked;
