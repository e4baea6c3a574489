/** Takes stock when the orchestrator asks for it. */
@NullMarked
package io.vigie.analyst.cycle;

import org.jspecify.annotations.NullMarked;
