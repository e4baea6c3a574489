/** Turns the pace into tasks, once a second, by one instance at a time. */
@NullMarked
package io.vigie.orchestrator.schedule;

import org.jspecify.annotations.NullMarked;
