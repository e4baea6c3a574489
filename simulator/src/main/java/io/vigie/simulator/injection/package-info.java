/** Lets faults strike: which are armed, what they did, and what becomes of the requests they hit. */
@NullMarked
package io.vigie.simulator.injection;

import org.jspecify.annotations.NullMarked;
