package io.vigie.engine.indicator;

import java.util.function.DoubleBinaryOperator;

/** The indicators there are. Periods are bars, 1 to 1000; each call makes a new one that has seen nothing. */
public final class Indicators {

	private Indicators() {
	}

	public static Indicator open() {
		return Price.OPEN.indicator();
	}

	public static Indicator high() {
		return Price.HIGH.indicator();
	}

	public static Indicator low() {
		return Price.LOW.indicator();
	}

	public static Indicator close() {
		return Price.CLOSE.indicator();
	}

	public static Indicator volume() {
		return Price.VOLUME.indicator();
	}

	/** Plain average of the closes. */
	public static Indicator sma(int period) {
		return averageOf(close(), period);
	}

	/** Plain average of the volumes. */
	public static Indicator averageVolume(int period) {
		return averageOf(volume(), period);
	}

	/** Exponential average of the closes with share 2/(n+1). */
	public static Indicator ema(int period) {
		return new Smoothed(close(), Tail.exponential(period));
	}

	/** Wilder's relative strength index, 0 to 100. */
	public static Indicator rsi(int period) {
		return new Rsi(period);
	}

	/** Appel's: fast exponential average less the slow one. */
	public static Indicator macd(int fast, int slow) {
		return new Combined(ema(fast), ema(slow), (first, second) -> first - second);
	}

	/** Exponential average of the MACD. */
	public static Indicator macdSignal(int fast, int slow, int signal) {
		return new Smoothed(macd(fast, slow), Tail.exponential(signal));
	}

	/** Average less so many standard deviations of the whole window (Bollinger's lower band; negative: the upper one). */
	public static Indicator bollingerLower(int period, double deviations) {
		return new Combined(sma(period), deviation(period), (mean, deviation) -> mean - deviations * deviation);
	}

	public static Indicator bollingerUpper(int period, double deviations) {
		return bollingerLower(period, -deviations);
	}

	/** Standard deviation of the closes. */
	public static Indicator deviation(int period) {
		return new Smoothed(close(), Window.deviation(period));
	}

	/** How far a bar went, the gap from the close before included; none of the first bar. */
	public static Indicator range() {
		return new TrueRange();
	}

	/** Wilder's average of true ranges. */
	public static Indicator atr(int period) {
		return new Smoothed(new TrueRange(), Tail.wilder(period));
	}

	/** Highest high, this bar's included. */
	public static Indicator highest(int period) {
		return new Smoothed(high(), Window.highest(period));
	}

	/** Lowest low, this bar's included. */
	public static Indicator lowest(int period) {
		return new Smoothed(low(), Window.lowest(period));
	}

	/** Change of the close over so many bars, in percent. */
	public static Indicator rateOfChange(int period) {
		return new Combined(close(), before(close(), period), (now, then) -> 100 * (now - then) / then);
	}

	/** Where the close lies between the lowest low (0) and the highest high (100): Lane's %K; 50 where nothing moved. */
	public static Indicator stochastic(int period) {
		Indicator place = new Combined(close(), lowest(period), (close, low) -> close - low);
		Indicator range = new Combined(highest(period), lowest(period), (high, low) -> high - low);
		return new Combined(place, range, (above, whole) -> whole == 0 ? 50 : 100 * above / whole);
	}

	/** How straight the way was: the distance over the sum of the steps, 0 to 1 (Kaufman's efficiency ratio). */
	public static Indicator efficiency(int period) {
		Indicator step = new Combined(close(), before(close(), 1), (now, then) -> Math.abs(now - then));
		Indicator distance = new Combined(close(), before(close(), period), (now, then) -> Math.abs(now - then));
		return new Combined(distance, averageOf(step, period), (far, mean) -> mean == 0 ? 0 : Math.min(1, far / (mean * period)));
	}

	/** The same at every bar. */
	public static Indicator constant(double value) {
		return Price.always(value);
	}

	/** What follows from two others at each bar. */
	public static Indicator combined(Indicator left, Indicator right, DoubleBinaryOperator operator) {
		return new Combined(left, right, operator);
	}

	/** Plain average of another indicator. */
	public static Indicator averageOf(Indicator source, int period) {
		return new Smoothed(source, Window.mean(period));
	}

	/** What another indicator was so many bars ago. */
	public static Indicator before(Indicator source, int bars) {
		return new Smoothed(source, Window.ago(bars));
	}
}
