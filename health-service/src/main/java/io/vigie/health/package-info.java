/** Watches, heals, alerts. */
@NullMarked
package io.vigie.health;

import org.jspecify.annotations.NullMarked;
