package io.vigie.engine.pattern;

import org.jspecify.annotations.Nullable;

/** Looks for one pattern and its mirror image: positive sign for the one with its peaks up. */
interface Shape {

	/** The pattern where the last bar of the past completed it. */
	@Nullable Finding in(Past past, int sign);
}
