package io.vigie.engine.indicator;

import java.util.function.ToDoubleFunction;

/**
 * The last numbers of a stream. Whatever is asked of it is counted anew from the oldest to the newest: a running sum of
 * binary fractions would depend on what came before the window.
 */
final class Window implements Smoother {

	private final double[] values;
	private final ToDoubleFunction<Window> measure;
	private int next;
	private int size;

	private Window(int length, ToDoubleFunction<Window> measure) {
		this.values = new double[Periods.checked(length)];
		this.measure = measure;
	}

	static Window mean(int length) {
		return new Window(length, Window::mean);
	}

	/** Of the whole window, not of a sample of something larger: as Bollinger has it. */
	static Window deviation(int length) {
		return new Window(length, Window::deviation);
	}

	static Window highest(int length) {
		return new Window(length, Window::highest);
	}

	static Window lowest(int length) {
		return new Window(length, Window::lowest);
	}

	/** The number as many steps ago. */
	static Window ago(int steps) {
		return new Window(steps + 1, Window::oldest);
	}

	@Override
	public double next(double value) {
		if (Double.isNaN(value)) {
			return Double.NaN;
		}
		values[next] = value;
		next = next + 1 == values.length ? 0 : next + 1;
		size = Math.min(size + 1, values.length);
		return size == values.length ? measure.applyAsDouble(this) : Double.NaN;
	}

	@Override
	public int warmUp() {
		return values.length;
	}

	@Override
	public int memory() {
		return values.length;
	}

	double mean() {
		double sum = 0;
		for (int i = next; i < values.length; i++) {
			sum += values[i];
		}
		for (int i = 0; i < next; i++) {
			sum += values[i];
		}
		return sum / values.length;
	}

	double deviation() {
		double mean = mean();
		double sum = 0;
		for (int i = next; i < values.length; i++) {
			sum += (values[i] - mean) * (values[i] - mean);
		}
		for (int i = 0; i < next; i++) {
			sum += (values[i] - mean) * (values[i] - mean);
		}
		return Math.sqrt(sum / values.length);
	}

	private double highest() {
		double most = values[0];
		for (double value : values) {
			most = Math.max(most, value);
		}
		return most;
	}

	private double lowest() {
		double least = values[0];
		for (double value : values) {
			least = Math.min(least, value);
		}
		return least;
	}

	private double oldest() {
		return values[next];
	}
}
