/** Keeps what was done to the venue on disk, so that it goes on where it stood after a stop or a crash. */
@NullMarked
package io.vigie.simulator.journal;

import org.jspecify.annotations.NullMarked;
