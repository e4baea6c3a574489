/**
 * The simulated venue itself: one deterministic state machine. The same commands in the same order give the same
 * orders, fills, ids and balances, which is how it survives a crash. No clock, no threads, no I/O: time comes with
 * each command.
 */
@NullMarked
package io.vigie.simulator.exchange;

import org.jspecify.annotations.NullMarked;
