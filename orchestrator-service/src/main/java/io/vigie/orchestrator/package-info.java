/** Decides when things happen, and says why. */
@NullMarked
package io.vigie.orchestrator;

import org.jspecify.annotations.NullMarked;
