/** Restarts what is dead, within bounds, with evidence before and after. */
@NullMarked
package io.vigie.health.heal;

import org.jspecify.annotations.NullMarked;
