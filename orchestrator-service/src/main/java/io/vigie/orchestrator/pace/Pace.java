package io.vigie.orchestrator.pace;

import io.vigie.common.message.TaskKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The policy in place of a cron table. Faster in lively markets, slower in calm ones, held while somebody needed is away,
 * at once after a broken link is back. Every answer says why, in words.
 */
public final class Pace {

	private static final int LIVELY_BONUS = 20;
	private static final int MAX_DOUBLINGS = 3;

	private final Rhythm rhythm;

	public Pace(Rhythm rhythm) {
		this.rhythm = rhythm;
	}

	public Turn next(TaskKind kind, Outlook outlook, Past past) {
		Work work = Work.of(kind);
		Duration usual = work.usual(rhythm);
		Optional<String> hold = hold(work, outlook);
		if (hold.isPresent()) {
			return new Turn(usual.plus(rhythm.patience()), work.priority(), true,
					hold.get() + ": " + work.noun() + " waits, at most " + Words.duration(rhythm.patience()) + " longer");
		}
		Optional<Turn> urgent = urgent(work, outlook, past, usual);
		return urgent.orElseGet(() -> paced(work, outlook, past, usual));
	}

	private Turn paced(Work work, Outlook outlook, Past past, Duration usual) {
		List<String> reasons = new ArrayList<>();
		BigDecimal factor = marketFactor(work, outlook.market());
		if (work.followsMarket() || factor.compareTo(BigDecimal.ONE) != 0) {
			reasons.add(outlook.market().describe(rhythm));
		}
		Optional<Trouble> weak = outlook.degraded(work.components());
		if (weak.isPresent()) {
			factor = factor.multiply(BigDecimal.TWO);
			reasons.add(weak.get().component() + " is degraded (" + weak.get().summary() + ")");
		}
		if (past.failures() > 0) {
			factor = factor.multiply(BigDecimal.TWO.pow(Math.min(past.failures(), MAX_DOUBLINGS)));
			reasons.add("the last " + (past.failures() == 1 ? "one" : past.failures()) + " failed");
		}
		Duration interval = bounded(times(usual, factor), usual);
		boolean lively = switch (outlook.market().mood(rhythm)) {
			case ACTIVE, WILD -> work.followsMarket();
			case UNKNOWN, CLOSED, CALM, NORMAL -> false;
		};
		return new Turn(interval, work.priority() + (lively ? LIVELY_BONUS : 0), false, words(work, reasons, interval, usual));
	}

	/** Once a link to the account is back, what happened meanwhile is looked up at once. */
	private static Optional<Turn> urgent(Work work, Outlook outlook, Past past, Duration usual) {
		if (work != Work.RECONCILIATION || past.lastStartedAt() == null || past.failures() > 0) {
			return Optional.empty();
		}
		return List.of("account-stream", "broker-api")
			.stream()
			.flatMap(name -> outlook.link(name).stream())
			.filter(link -> link.up() && link.since().isAfter(past.lastStartedAt()))
			.findFirst()
			.map(link -> new Turn(Duration.ZERO, work.priority() + LIVELY_BONUS, false, link.name() + " is back since "
					+ link.since() + ": reconciliation now instead of " + Words.duration(usual) + " after the last"));
	}

	private Optional<String> hold(Work work, Outlook outlook) {
		Optional<Trouble> down = outlook.down(work.components());
		if (down.isPresent()) {
			return Optional.of(down.get().component() + " is down since " + down.get().since());
		}
		if (work == Work.RECONCILIATION) {
			return outlook.link("broker-api").filter(link -> !link.up()).map(Pace::away);
		}
		if (work != Work.TRADING_CYCLE) {
			return Optional.empty();
		}
		Duration age = outlook.market().tickAge();
		if (outlook.market().open() && age != null && age.compareTo(rhythm.staleAfter()) > 0) {
			return Optional.of("the newest price is " + Words.duration(age) + " old, more than "
					+ Words.duration(rhythm.staleAfter()));
		}
		return outlook.blind().map(Pace::away);
	}

	private static String away(Link link) {
		return link.name() + " is away since " + link.since() + " (" + link.reason() + ")";
	}

	private static BigDecimal marketFactor(Work work, Mood mood) {
		if (!work.followsMarket()) {
			return mood == Mood.CLOSED && work == Work.SNAPSHOT ? BigDecimal.TEN : BigDecimal.ONE;
		}
		return switch (mood) {
			case WILD -> new BigDecimal("0.25");
			case ACTIVE -> new BigDecimal("0.5");
			case CALM -> BigDecimal.TWO;
			case CLOSED -> BigDecimal.TEN;
			case NORMAL, UNKNOWN -> BigDecimal.ONE;
		};
	}

	private BigDecimal marketFactor(Work work, Market market) {
		return marketFactor(work, market.mood(rhythm));
	}

	private static Duration times(Duration duration, BigDecimal factor) {
		return Duration.ofMillis(
				factor.multiply(BigDecimal.valueOf(duration.toMillis())).setScale(0, RoundingMode.HALF_UP).longValueExact());
	}

	/** The bounds are there to tame the factors: they never move what the settings ask for. */
	private Duration bounded(Duration interval, Duration usual) {
		Duration floor = usual.compareTo(rhythm.fastest()) < 0 ? usual : rhythm.fastest();
		Duration ceiling = usual.compareTo(rhythm.slowest()) > 0 ? usual.multipliedBy(2) : rhythm.slowest();
		if (interval.compareTo(floor) < 0) {
			return floor;
		}
		return interval.compareTo(ceiling) > 0 ? ceiling : interval;
	}

	private static String words(Work work, List<String> reasons, Duration interval, Duration usual) {
		String because = reasons.isEmpty() ? "" : reasons.stream().collect(Collectors.joining(" and ")) + ": ";
		String next = "next " + work.noun() + " in ";
		return because + (interval.equals(usual) ? next + "the usual " + Words.duration(usual)
				: next + Words.duration(interval) + " instead of " + Words.duration(usual));
	}
}
