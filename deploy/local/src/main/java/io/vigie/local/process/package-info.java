/** Processes: started, watched, restarted within bounds, stopped in order. */
@NullMarked
package io.vigie.local.process;

import org.jspecify.annotations.NullMarked;
