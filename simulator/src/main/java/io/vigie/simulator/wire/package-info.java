/** The sockets under the server, for faults that no servlet can cause: resets and deafness. */
@NullMarked
package io.vigie.simulator.wire;

import org.jspecify.annotations.NullMarked;
