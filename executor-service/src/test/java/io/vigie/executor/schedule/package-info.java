/** A small world in one thread: a venue, a broker log, a clock and a database that outlive a process which dies where it is told to. */
@NullMarked
package io.vigie.executor.schedule;

import org.jspecify.annotations.NullMarked;
