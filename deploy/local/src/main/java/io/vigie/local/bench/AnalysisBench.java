package io.vigie.local.bench;

import io.vigie.engine.market.Bar;
import io.vigie.engine.market.BarBuilder;
import io.vigie.engine.market.Tick;
import io.vigie.engine.market.TickCleaner;
import io.vigie.engine.market.Timeframe;
import io.vigie.engine.strategy.Strategies;
import io.vigie.engine.strategy.StrategyType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/**
 * What analysis costs on one core: every strategy with its defaults, patterns, levels and indicators, on every timeframe of
 * every symbol, all made of minute bars, while prints come in. Nothing else runs: no broker, no database.
 */
public final class AnalysisBench {

	static final List<Timeframe> TIMEFRAMES = List.of(Timeframe.M1, Timeframe.M5, Timeframe.M15, Timeframe.H1, Timeframe.D1);

	private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
	private static final double MINUTE_NANOS = 60e9;

	private final AnalysisOptions options;
	private final Consumer<String> lines;
	private final List<Bar> tape;

	public AnalysisBench(AnalysisOptions options, Consumer<String> lines) {
		this.options = options;
		this.lines = lines;
		this.tape = tape(options.warmUp() + options.minutes() + options.symbols());
	}

	/** Whether one core keeps up. */
	public boolean run() {
		lines.accept("Warming up %d symbols with %,d minute bars each …".formatted(options.symbols(), options.warmUp()));
		List<SymbolDesk> desks = new ArrayList<>();
		for (int i = 0; i < options.symbols(); i++) {
			desks.add(new SymbolDesk("S" + i));
		}
		for (int minute = 0; minute < options.warmUp(); minute++) {
			close(desks, minute);
		}
		BarBuilder[] builders = new BarBuilder[options.symbols()];
		TickCleaner[] cleaners = new TickCleaner[options.symbols()];
		Arrays.setAll(builders, it -> new BarBuilder("S" + it, TIMEFRAMES));
		Arrays.setAll(cleaners, _ -> new TickCleaner());
		double[] bars = new double[options.minutes()];
		double[] ticks = new double[options.minutes()];
		for (int i = 0; i < options.minutes(); i++) {
			List<Tick> prints = prints(options.warmUp() + i);
			long begin = System.nanoTime();
			for (int tick = 0; tick < prints.size(); tick++) {
				int symbol = tick % options.symbols();
				if (cleaners[symbol].check(prints.get(tick)) == null) {
					builders[symbol].add(prints.get(tick));
				}
			}
			long middle = System.nanoTime();
			close(desks, options.warmUp() + i);
			ticks[i] = middle - begin;
			bars[i] = System.nanoTime() - middle;
		}
		return report(bars, ticks, SymbolDesk.told(desks));
	}

	private void close(List<SymbolDesk> desks, int minute) {
		for (int i = 0; i < desks.size(); i++) {
			desks.get(i).close(at(tape.get(minute + i), minute));
		}
	}

	private boolean report(double[] bars, double[] ticks, SymbolDesk.Told told) {
		double bar = median(bars) / options.symbols();
		double tick = median(ticks) / (60.0 * options.rate());
		double[] minutes = new double[bars.length];
		Arrays.setAll(minutes, it -> bars[it] + ticks[it]);
		double worst = Arrays.stream(minutes).max().orElseThrow();
		lines.accept(format("One minute bar of one symbol through %d strategies on %d timeframes, with patterns, levels, regime and indicators:",
				Strategies.all().size(), TIMEFRAMES.size()));
		lines.accept(format("  %.1f µs a symbol (median of %d market minutes); %,d decisions to act, %,d patterns and %,d levels seen meanwhile", bar / 1e3,
				bars.length, told.decisions(), told.findings(), told.levels()));
		lines.accept(format("One print, cleaned and put into the bars of %d timeframes: %.0f ns", TIMEFRAMES.size(), tick));
		lines.accept(format("%d symbols at 1-minute bars and %,d ticks/s on one core: %.0f ms of each market minute (worst %.0f ms), %.2f %% busy",
				options.symbols(), options.rate(), median(minutes) / 1e6, worst / 1e6, 100 * worst / MINUTE_NANOS));
		lines.accept(format("All %d symbols are decided %.0f ms after the minute ends (worst %.0f ms)", options.symbols(), median(bars) / 1e6,
				Arrays.stream(bars).max().orElseThrow() / 1e6));
		for (StrategyType type : Strategies.all()) {
			lines.accept(format("  %-24s %6.2f µs a bar", type.name(), alone(type) / 1e3));
		}
		boolean keepsUp = worst < MINUTE_NANOS;
		lines.accept(keepsUp ? "One core keeps up." : "One core does NOT keep up.");
		return keepsUp;
	}

	/** Nanoseconds a bar of one strategy alone: the best of some rounds, which noise has touched least. */
	private double alone(StrategyType type) {
		double best = Double.MAX_VALUE;
		for (int round = 0; round < 5; round++) {
			StrategyType whole = type.paired() ? type.beside(tape) : type;
			var strategy = whole.start(Map.of());
			long begin = System.nanoTime();
			for (int i = 0; i < options.warmUp(); i++) {
				strategy.onBar(tape.get(i));
			}
			best = Math.min(best, (System.nanoTime() - begin) / (double) options.warmUp());
		}
		return best;
	}

	private List<Tick> prints(int minute) {
		int count = 60 * options.rate();
		List<Tick> prints = new ArrayList<>(count);
		Instant begin = START.plusSeconds(60L * minute);
		for (int i = 0; i < count; i++) {
			Bar bar = tape.get(minute + i % options.symbols());
			BigDecimal price = i % 3 == 0 ? bar.high() : i % 3 == 1 ? bar.low() : bar.close();
			prints.add(new Tick("S" + i % options.symbols(), (long) minute * count + i + 1, begin.plusNanos(i * 60_000_000_000L / count), price,
					BigDecimal.ONE));
		}
		return prints;
	}

	/** The bar as it would be in another minute: symbols play the same tape, each from another place. */
	private static Bar at(Bar bar, int minute) {
		return new Bar(bar.symbol(), bar.timeframe(), START.plusSeconds(60L * minute), bar.open(), bar.high(), bar.low(), bar.close(), bar.volume(),
				bar.trades(), 0);
	}

	private static List<Bar> tape(int length) {
		Random random = new Random(1);
		List<Bar> bars = new ArrayList<>(length);
		long open = 10_000;
		for (int i = 0; i < length; i++) {
			long close = Math.max(100, open + Math.round(30 * random.nextGaussian()));
			long high = Math.max(open, close) + random.nextInt(30);
			long low = Math.min(open, close) - random.nextInt(30);
			bars.add(new Bar("TAPE", Timeframe.M1, START.plusSeconds(60L * i), cents(open), cents(high), cents(low), cents(close),
					BigDecimal.valueOf(1 + random.nextInt(100)), 10, 0));
			open = close;
		}
		return bars;
	}

	private static BigDecimal cents(long cents) {
		return BigDecimal.valueOf(cents, 2);
	}

	private static double median(double[] values) {
		double[] sorted = values.clone();
		Arrays.sort(sorted);
		return sorted[sorted.length / 2];
	}

	private static String format(String pattern, Object... values) {
		return String.format(Locale.ROOT, pattern, values);
	}
}
