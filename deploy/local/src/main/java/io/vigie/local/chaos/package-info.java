/** Breaks a trading platform on purpose, watches it heal, and counts afterwards whether any money went astray. */
@NullMarked
package io.vigie.local.chaos;

import org.jspecify.annotations.NullMarked;
