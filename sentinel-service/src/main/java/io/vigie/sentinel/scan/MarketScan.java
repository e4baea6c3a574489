package io.vigie.sentinel.scan;

import io.vigie.sentinel.screen.Screen;
import io.vigie.sentinel.screen.Standing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a look over the market found.
 *
 * @param movers what is followed, bar by bar
 * @param screen all that the venue trades, where it could be asked
 */
record MarketScan(List<Mover> movers, Optional<Screen> screen) {

	private static final int NAMED = 3;

	boolean isEmpty() {
		return movers.isEmpty();
	}

	/** The liveliest symbol sets the pace. */
	Map<String, String> facts() {
		Map<String, String> facts = new LinkedHashMap<>();
		facts.put("symbols", Integer.toString(movers.size()));
		if (!isEmpty()) {
			Mover wildest = wildest();
			facts.put("volatility", wildest.volatility().toPlainString());
			facts.put("most_volatile", wildest.symbol());
		}
		if (screen.isPresent()) {
			facts.putAll(venue(screen.get()));
		}
		else if (!isEmpty()) {
			facts.put("gainers", names(Comparator.comparing(Mover::change).reversed(), 1));
			facts.put("losers", names(Comparator.comparing(Mover::change), -1));
			facts.put("most_traded", movers.stream().max(Comparator.comparing(Mover::turnover)).orElseThrow().symbol());
		}
		return facts;
	}

	private static Map<String, String> venue(Screen screen) {
		return Map.of("screened", Integer.toString(screen.standings().size()), "tradable", Integer.toString(screen.tradable()),
				"gainers", names(screen.gainers(NAMED)), "losers", names(screen.losers(NAMED)), "most_traded",
				names(screen.mostTraded(NAMED)));
	}

	private static String names(List<Standing> standings) {
		return standings.stream().map(Standing::symbol).collect(Collectors.joining(","));
	}

	String sentence() {
		if (isEmpty()) {
			return "Looked over the market: no bars to look at yet.";
		}
		Mover wildest = wildest();
		return "Looked over %d symbols: %s moves most, %s an hour; %s.".formatted(movers.size(), wildest.symbol(),
				percent(wildest.volatility()),
				movers.stream()
					.sorted(Comparator.comparing((Mover it) -> it.change().abs()).reversed())
					.limit(NAMED)
					.map(it -> it.symbol() + " " + (it.change().signum() < 0 ? "" : "+") + percent(it.change()))
					.collect(Collectors.joining(", ")));
	}

	private Mover wildest() {
		return movers.stream().max(Comparator.comparing(Mover::volatility)).orElseThrow();
	}

	private String names(Comparator<Mover> order, int sign) {
		return movers.stream()
			.filter(it -> it.change().signum() == sign)
			.sorted(order)
			.limit(NAMED)
			.map(Mover::symbol)
			.collect(Collectors.joining(","));
	}

	private static String percent(BigDecimal fraction) {
		return String.format(Locale.ROOT, "%s %%", fraction.movePointRight(2).setScale(2, RoundingMode.HALF_EVEN)
				.toPlainString());
	}
}
