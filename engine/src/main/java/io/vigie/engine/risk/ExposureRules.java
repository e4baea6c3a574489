package io.vigie.engine.risk;

import static io.vigie.engine.risk.Words.exact;
import static io.vigie.engine.risk.Words.money;
import static io.vigie.engine.risk.Words.percent;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.BiFunction;

/** How much may be out in the market at a time, by the narrowest and the widest view. All are bounds in money. */
final class ExposureRules {

	private static final List<Named> ALL = List.of(new Named("exposure-symbol", ExposureRules::symbol),
			new Named("exposure-bot", ExposureRules::bot), new Named("exposure-asset-class", ExposureRules::assetClass),
			new Named("exposure-sector", ExposureRules::sector), new Named("exposure-global", ExposureRules::global),
			new Named("leverage", ExposureRules::leverage));

	private ExposureRules() {
	}

	static List<Rule<Draft>> all() {
		return ALL.stream().map(it -> new Rule<Draft>(it.name, draft -> it.on(draft))).toList();
	}

	/** What an entry may cost so that every bound is kept. */
	static BigDecimal room(Situation now) {
		return ALL.stream()
			.map(it -> it.bound.apply(now, now.limits.exposure()))
			.map(it -> it.most.subtract(it.out))
			.reduce(BigDecimal::min)
			.orElseThrow();
	}

	/** Who asks, before anything is drafted. */
	record Situation(Idea idea, Account account, Limits limits) {
	}

	/**
	 * @param most what may be out
	 * @param out what is
	 */
	private record Bound(BigDecimal most, BigDecimal out, String words) {
	}

	private record Named(String name, BiFunction<Situation, ExposureLimits, Bound> bound) {

		RuleResult on(Draft draft) {
			Bound now = bound.apply(new Situation(draft.idea(), draft.account(), draft.limits()), draft.limits().exposure());
			BigDecimal after = now.out.add(draft.cost());
			return RuleResult.atMost(name, now.most, after,
					"Then " + money(after) + " would be " + now.words + ", at most " + money(now.most) + ".");
		}
	}

	private static Bound symbol(Situation now, ExposureLimits limits) {
		return ofAll(now, limits.symbol(), now.idea.exposure().symbol(), "in " + now.idea.symbol());
	}

	private static Bound bot(Situation now, ExposureLimits limits) {
		return new Bound(limits.bot().multiply(now.account.base()), now.idea.exposure().bot(),
				"out for the bot (" + percent(limits.bot()) + " of its base)");
	}

	private static Bound assetClass(Situation now, ExposureLimits limits) {
		return ofAll(now, limits.assetClass(), now.idea.exposure().assetClass(), "in the same asset class");
	}

	/** A symbol whose sector nobody knows is bounded by everything else, and by what it costs itself. */
	private static Bound sector(Situation now, ExposureLimits limits) {
		Exposure out = now.idea.exposure();
		return out.sector() == null
				? new Bound(limits.global().multiply(out.equity()), BigDecimal.ZERO, "in a sector that is not known")
				: ofAll(now, limits.sector(), out.inSector(), "in the sector " + out.sector());
	}

	private static Bound global(Situation now, ExposureLimits limits) {
		return ofAll(now, limits.global(), now.idea.exposure().all(), "out in all");
	}

	private static Bound leverage(Situation now, ExposureLimits limits) {
		Exposure out = now.idea.exposure();
		return new Bound(limits.leverage().multiply(out.equity()), out.all(),
				"out in all (" + exact(limits.leverage()) + " times the equity)");
	}

	/** A fraction of what all bots are worth together. */
	private static Bound ofAll(Situation now, BigDecimal fraction, BigDecimal out, String where) {
		return new Bound(fraction.multiply(now.idea.exposure().equity()), out, where + " (" + percent(fraction) + " of all)");
	}
}
