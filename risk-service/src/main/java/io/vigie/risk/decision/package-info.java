/** Verdicts: every proposal is held against all rules, under its bot's lock. */
@NullMarked
package io.vigie.risk.decision;

import org.jspecify.annotations.NullMarked;
