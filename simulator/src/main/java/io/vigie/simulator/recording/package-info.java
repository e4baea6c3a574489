/** Where prices come from: recorded trades and bars, files the user names, seeded random walks. Times are offsets. */
@NullMarked
package io.vigie.simulator.recording;

import org.jspecify.annotations.NullMarked;
