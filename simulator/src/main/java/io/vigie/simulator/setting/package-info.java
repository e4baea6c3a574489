/** Reads environment variables and says which one is wrong, and what it should have been. */
@NullMarked
package io.vigie.simulator.setting;

import org.jspecify.annotations.NullMarked;
