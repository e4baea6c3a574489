/** What can go wrong, when, and with what: scripts of faults and the plan that decides, the same each time. Pure. */
@NullMarked
package io.vigie.simulator.fault;

import org.jspecify.annotations.NullMarked;
