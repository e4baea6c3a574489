package io.vigie.local.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Rounds in a table, and what it comes to. */
final class Report {

	private static final double P50_AIM = 2;

	private static final double P99_AIM = 4;

	private static final double THROUGHPUT_AIM = 0.25;

	private Report() {
	}

	static String line(int number, Round round) {
		Chains chains = round.chains();
		return String.format(Locale.ROOT, "%5d  %-21s %-21s %-21s %-21s %-18s %-18s %5.2fx %5.2fx  %8.0f %9.0f %5.2f", number,
				chains.tickToOrder(false).p50AndP99(), chains.tickToFill(false).p50AndP99(), chains.tickToOrder(true).p50AndP99(),
				chains.tickToFill(true).p50AndP99(), round.echo().p50AndP99(), round.committing().p50AndP99(), round.fillRatio(50), round.fillRatio(99),
				round.rates().platform(), round.rates().raw(), round.rates().ratio());
	}

	static String heading() {
		return "                 entries, p50 / p99                         exits, p50 / p99                     echo               echo that commits  tick→fill/echo         ticks/s\n"
				+ "round  tick→order            tick→fill             tick→order            tick→fill             p50 / p99          p50 / p99            p50    p99   analyst       raw ratio";
	}

	static List<String> hops(List<Round> rounds) {
		List<String> lines = new ArrayList<>(List.of("Where the time goes (median of rounds, p50 / p99 in ms):",
				String.format(Locale.ROOT, "  %-42s %17s %17s", "", "entries", "exits")));
		for (Chains.Hop hop : Chains.Hop.values()) {
			lines.add(String.format(Locale.ROOT, "  %-42s %8.1f %8.1f %8.1f %8.1f", hop.words, of(rounds, hop, false, 50),
					of(rounds, hop, false, 99), of(rounds, hop, true, 50), of(rounds, hop, true, 99)));
		}
		return lines;
	}

	static List<String> summary(List<Round> rounds) {
		return List.of("Median of per-round ratios (entries):",
				ratio("tick → order accepted by the venue, p50", Round.median(rounds, it -> it.orderRatio(50)), P50_AIM),
				ratio("tick → order accepted by the venue, p99", Round.median(rounds, it -> it.orderRatio(99)), P99_AIM),
				ratio("tick → fill committed to the ledger, p50", Round.median(rounds, it -> it.fillRatio(50)), P50_AIM),
				ratio("tick → fill committed to the ledger, p99", Round.median(rounds, it -> it.fillRatio(99)), P99_AIM),
				throughput(Round.median(rounds, it -> it.rates().ratio())),
				String.format(Locale.ROOT, "The same echo, where every hop commits before it passes on: p50 %.2fx, p99 %.2fx; that much it costs to lose nothing.",
						Round.median(rounds, it -> it.committingRatio(50)), Round.median(rounds, it -> it.committingRatio(99))));
	}

	private static double of(List<Round> rounds, Chains.Hop hop, boolean exits, double percent) {
		return Round.median(rounds, it -> it.chains().hop(hop, exits).percentile(percent));
	}

	private static String ratio(String name, double value, double aim) {
		return String.format(Locale.ROOT, "  %-44s %6.2fx of the echo   aim at most %.0fx  %s", name, value, aim,
				value <= aim ? "reached" : "missed");
	}

	private static String throughput(double value) {
		return String.format(Locale.ROOT, "  %-44s %6.2f of a consumer aim at least %.2f %s", "ticks/s through the analyst", value,
				THROUGHPUT_AIM, value >= THROUGHPUT_AIM ? "reached" : "missed");
	}
}
