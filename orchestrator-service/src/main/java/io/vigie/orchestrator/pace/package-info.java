/** When the next task of a kind is due, as a pure function of what is known. No clock, no database, no Spring. */
@NullMarked
package io.vigie.orchestrator.pace;

import org.jspecify.annotations.NullMarked;
