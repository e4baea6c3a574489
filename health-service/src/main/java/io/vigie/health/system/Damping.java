package io.vigie.health.system;

import java.time.Duration;

/**
 * When a look becomes a state.
 *
 * @param strikes looks in a row that must agree before a state changes
 * @param grace after the start, for those that are still starting too
 * @param flaps falls within the window that make a component one that flaps
 * @param calm how long a component that flaps must hold out before it counts as up
 */
record Damping(int strikes, Duration grace, int flaps, Duration flapWindow, Duration calm) {
}
