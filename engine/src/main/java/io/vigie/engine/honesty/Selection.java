package io.vigie.engine.honesty;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That a strategy is the one of many: what everybody should know before looking at its figures.
 *
 * @param tried how many were tried, it included
 * @param spread standard deviation of their Sharpe ratios per period
 * @param overfitting where there were two at least
 */
public record Selection(int tried, double spread, @Nullable Overfitting overfitting) {

	/** The only one there is, as far as anybody says. */
	public static final Selection NONE = new Selection(1, 0, null);

	/** @param trials all of them, over the same bars */
	public static Selection of(List<Trial> trials) {
		double[] sharpes = trials.stream().mapToDouble(it -> it.moments().sharpe()).toArray();
		return trials.size() < 2 ? NONE : new Selection(trials.size(), Moments.of(sharpes).deviation(), Overfitting.of(trials));
	}
}
