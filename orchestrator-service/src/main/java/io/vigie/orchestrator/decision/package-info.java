/** Every decision with its reasoning, kept and told. */
@NullMarked
package io.vigie.orchestrator.decision;

import org.jspecify.annotations.NullMarked;
