/** Tasks: queued, handed to their owner, answered or expired. Durable, and at most one of a kind and owner at a time. */
@NullMarked
package io.vigie.orchestrator.task;

import org.jspecify.annotations.NullMarked;
