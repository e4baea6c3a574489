/** What state every component is in, since when and why; from single looks to states that do not flicker. */
@NullMarked
package io.vigie.health.system;

import org.jspecify.annotations.NullMarked;
