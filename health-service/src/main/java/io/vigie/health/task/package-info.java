/** Answers the orchestrator's health checks. */
@NullMarked
package io.vigie.health.task;

import org.jspecify.annotations.NullMarked;
