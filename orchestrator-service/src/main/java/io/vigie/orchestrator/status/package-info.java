/** The orchestrator's face. */
@NullMarked
package io.vigie.orchestrator.status;

import org.jspecify.annotations.NullMarked;
