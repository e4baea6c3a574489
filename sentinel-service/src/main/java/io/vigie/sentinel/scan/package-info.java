/** Looks over the followed market when the orchestrator asks. */
@NullMarked
package io.vigie.sentinel.scan;

import org.jspecify.annotations.NullMarked;
