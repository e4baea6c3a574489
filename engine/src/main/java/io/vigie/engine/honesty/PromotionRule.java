package io.vigie.engine.honesty;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What must be shown before a strategy may trade. All of it has to hold.
 *
 * @param leastTrades below this many trades nothing can be said
 * @param leastCertainty least probability that its Sharpe ratio is above what luck gives the best of all trials
 * @param mostOverfitting highest probability that choosing it was overfitting
 * @param mostDrawdown drawdown, as a fraction, that only 5 % of its resampled series may exceed
 */
public record PromotionRule(int leastTrades, double leastCertainty, double mostOverfitting, double mostDrawdown) {

	/**
	 * The certainty is 99 %, not the usual 95: a strategy that was tried once and means nothing passes by luck as often as the
	 * rest, and the trials that nobody told of are the ones that deceive.
	 */
	public static final PromotionRule STANDARD = new PromotionRule(30, 0.99, 0.2, 0.3);

	public Promotion judge(Evidence evidence) {
		List<String> against = new ArrayList<>();
		if (evidence.trades() < leastTrades) {
			against.add(words("%d trades are too few to judge by, %d are needed", evidence.trades(), leastTrades));
		}
		DeflatedSharpe sharpe = evidence.sharpe();
		if (sharpe.probability() < leastCertainty) {
			against.add(words("its Sharpe ratio is above what luck gives with a probability of only %.1f %%, %.0f %% are needed",
					100 * sharpe.probability(), 100 * leastCertainty));
		}
		Overfitting overfitting = evidence.overfitting();
		if (overfitting != null && overfitting.probability() > mostOverfitting) {
			against.add(words("choosing the best of the trials was overfitting with a probability of %.0f %%, %.0f %% are allowed",
					100 * overfitting.probability(), 100 * mostOverfitting));
		}
		MonteCarlo resampled = evidence.resampled();
		if (resampled != null) {
			judge(resampled, against);
		}
		Double outOfSample = evidence.outOfSample();
		if (outOfSample != null && outOfSample <= 0) {
			against.add(words("it made %.2f %% where its parameters weren't chosen", 100 * outOfSample));
		}
		return against.isEmpty() ? new Promotion.Promoted() : new Promotion.Refused(against);
	}

	private void judge(MonteCarlo resampled, List<String> against) {
		if (resampled.finalReturn().p05() <= 0) {
			against.add(words("its trades, drawn anew, lose money in %.0f %% of the cases", 100 * resampled.loss()));
		}
		if (resampled.drawdown().p95() > mostDrawdown) {
			against.add(words("its trades, drawn anew, fall by more than %.0f %% in one case of twenty, %.0f %% are allowed",
					100 * resampled.drawdown().p95(), 100 * mostDrawdown));
		}
	}

	private static String words(String sentence, Object... values) {
		return String.format(Locale.ROOT, sentence, values);
	}
}
