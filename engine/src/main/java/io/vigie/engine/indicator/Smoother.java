package io.vigie.engine.indicator;

/** One number out of a stream of numbers, such as their average. {@code NaN} is passed on and otherwise ignored. */
interface Smoother {

	/** Takes the next number; {@code NaN} while there are too few. */
	double next(double value);

	int warmUp();

	int memory();
}
