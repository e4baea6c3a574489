/** Trading states: who allowed or stopped trading, when and why. */
@NullMarked
package io.vigie.risk.halt;

import org.jspecify.annotations.NullMarked;
