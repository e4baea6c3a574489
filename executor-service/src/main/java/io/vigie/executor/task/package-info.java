/** Work asked for by the orchestrator. */
@NullMarked
package io.vigie.executor.task;

import org.jspecify.annotations.NullMarked;
