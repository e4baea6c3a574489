package io.vigie.backtest.command;

import io.vigie.backtest.data.BuiltIn;
import io.vigie.backtest.data.MarketData;
import io.vigie.backtest.data.MarketFile;
import io.vigie.backtest.run.Plan;
import io.vigie.backtest.sweep.Grid;
import io.vigie.backtest.sweep.Questions;
import io.vigie.engine.backtest.Assumptions;
import io.vigie.engine.backtest.Backtest;
import io.vigie.engine.backtest.PositionSize;
import io.vigie.engine.backtest.Stops;
import io.vigie.engine.market.Instrument;
import io.vigie.engine.market.Timeframe;
import io.vigie.engine.strategy.Parameter;
import io.vigie.engine.strategy.Strategies;
import io.vigie.engine.strategy.StrategyType;
import io.vigie.engine.venue.FeeModel;
import io.vigie.engine.venue.Slippage;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the words of a command line ask for.
 *
 * @param out folder for the files; none where nothing is written
 * @param questions what else is to be found out
 */
record Options(Plan plan, @Nullable Path out, Questions questions) {

	static final String HELP = """
			./vigie backtest: trades a strategy over the past, with the rules that trade it live.
			  --strategy NAME|FILE  %s,
			                        or a file of rules (.yaml, docs/strategies.md)
			  --NAME VALUE          any parameter of the strategy, such as --fast 10 --slow 20
			  --data FILE|SYMBOL    bars or prints as CSV, packed or not; or BTC/USD, ETH/USD, AAPL as recorded (default BTC/USD)
			  --symbol NAME         what a file is about (default: its name); BASE/QUOTE is crypto
			  --reference FILE|SYMBOL  what relative-strength and pair-reversion compare with
			  --bad-rows skip       leave out rows that can't be read, and say which (default refuse)
			  --from T --to T       a date or time in UTC; a date at the end is included
			  --timeframe TF        1s, 1m, 5m, 15m, 1h or 1d (default: the file's, 1m for prints)
			  --capital N           to begin with (default 100000)
			  --quantity N          bought at each entry (default 1); or
			  --size 20%%|risk       a part of the equity; or what the risk gate lets through, with its stop and target, as live
			  --fees 0.1%%           of the value of each fill; 0.1%%/0.2%% for makers and takers, or 1USD a fill (default none)
			  --slippage 5bp        that market orders and stops fill worse (default none)
			  --latency 250ms       from decision to market, in market time (default none)
			  --stop 2%% --target 4%% where a position is left without the strategy (default nowhere)
			  --stops KIND          bracket: orders in the market from the entry on, as live (default); resting: from the next bar on;
			                        close: looked at when a bar closes, left at the next open
			  --fills KIND          next-open: at a bar's open; next-print: at a print, as live (default where there are prints)
			%s  --out DIR             writes trades.csv, result.json and report.html
			  --benchmark           measures the backtester itself next to ta4j's instead (./vigie backtest --benchmark --help)
			Rates are fractions or have a unit: 0.001, 0.1%% and 10bp are the same. docs/backtesting.md says what fills when, and why.
			"""
		.formatted(Strategies.all().stream().map(StrategyType::name).collect(Collectors.joining(", ")) + " (default sma-cross)", Asked.HELP);

	private static final BigDecimal CAPITAL = new BigDecimal("100000");

	/** @throws Unusable for words that make no backtest */
	static Options parse(List<String> given) {
		Words words = new Words(given, Asked.FLAGS);
		StrategyType named = StrategyWords.strategy(words.text("strategy").orElse("sma-cross"));
		MarketData whole = data(words);
		MarketData data = whole.between(words.time("from", false).orElse(Instant.MIN), words.time("to", true).orElse(Instant.MAX));
		Timeframe timeframe = words.text("timeframe").map(Options::timeframe).orElseGet(() -> usual(data));
		StrategyType strategy = StrategyWords.beside(named, words.text("reference"), data, timeframe);
		Plan.Fills fills = fills(words, data);
		if (data.isEmpty()) {
			throw new Unusable("%s holds nothing between --from and --to.".formatted(data.source()));
		}
		Stops stops = stops(words);
		Assumptions assumptions = assumptions(words, instrument(data), stops, timeframe);
		Path out = words.text("out").map(Path::of).orElse(null);
		Asked asked = Asked.of(words);
		Map<String, BigDecimal> parameters = words.rest();
		check(strategy, parameters, asked.grid());
		return new Options(new Plan(strategy, parameters, data, timeframe, fills, assumptions), out, asked.questions(parameters));
	}

	private static void check(StrategyType strategy, Map<String, BigDecimal> parameters, @Nullable Grid grid) {
		List<String> known = strategy.parameters().stream().map(Parameter::name).toList();
		for (String name : parameters.keySet()) {
			if (!known.contains(name)) {
				throw new Unusable("'backtest' does not know '--%s', and %s takes %s. ./vigie backtest --help shows what there is.".formatted(name,
						strategy.name(), known.stream().map(it -> "--" + it).collect(Collectors.joining(", "))));
			}
		}
		if (grid != null) {
			for (String name : grid.names()) {
				if (!known.contains(name) || parameters.containsKey(name)) {
					throw new Unusable("'--sweep' ranges over '%s', which %s.".formatted(name, known.contains(name) ? "is given beside it"
							: strategy.name() + " does not take: it takes " + String.join(", ", known)));
				}
			}
			return;
		}
		try {
			strategy.start(parameters);
		}
		catch (IllegalArgumentException e) {
			throw new Unusable(e.getMessage() + ".", e);
		}
	}

	private static MarketData data(Words words) {
		String name = words.text("data").orElse("BTC/USD");
		Optional<String> symbol = words.text("symbol").map(it -> it.toUpperCase(Locale.ROOT));
		boolean lenient = words.text("bad-rows").map(it -> one("bad-rows", it, List.of("refuse", "skip")).equals("skip")).orElse(false);
		return market("data", name, symbol, lenient);
	}

	static MarketData market(String option, String name, Optional<String> symbol, boolean lenient) {
		Optional<BuiltIn> builtIn = BuiltIn.of(name);
		if (builtIn.isPresent() && !Files.isRegularFile(Path.of(name))) {
			return builtIn.get().read();
		}
		Path file = Path.of(name);
		if (!Files.isRegularFile(file) && !name.contains(".")) {
			throw new Unusable("'--%s %s' is neither a file nor a recording: those are BTC/USD, ETH/USD and AAPL.".formatted(option, name));
		}
		return MarketFile.read(file, symbol.orElseGet(() -> MarketFile.symbol(file)), lenient);
	}

	private static Timeframe timeframe(String code) {
		try {
			return Timeframe.of(code);
		}
		catch (IllegalArgumentException e) {
			throw new Unusable("'--timeframe %s': use 1s, 1m, 5m, 15m, 1h or 1d.".formatted(code), e);
		}
	}

	private static Timeframe usual(MarketData data) {
		return data instanceof MarketData.Bars bars ? bars.timeframe() : Timeframe.M1;
	}

	private static Plan.Fills fills(Words words, MarketData data) {
		Plan.Fills usual = data instanceof MarketData.Prints ? Plan.Fills.NEXT_PRINT : Plan.Fills.NEXT_OPEN;
		Plan.Fills fills = words.text("fills")
			.map(it -> one("fills", it, List.of("next-open", "next-print")).equals("next-open") ? Plan.Fills.NEXT_OPEN : Plan.Fills.NEXT_PRINT)
			.orElse(usual);
		if (fills == Plan.Fills.NEXT_PRINT && data instanceof MarketData.Bars) {
			throw new Unusable("'--fills next-print' needs prints, and %s holds bars.".formatted(data.source()));
		}
		return fills;
	}

	private static Instrument instrument(MarketData data) {
		return switch (data) {
			case MarketData.Bars bars -> Backtest.instrumentOf(bars.bars());
			case MarketData.Prints prints -> Backtest.instrumentOf(prints.symbol(), prints.ticks());
		};
	}

	private static Stops stops(Words words) {
		BigDecimal loss = words.rate("stop", "0.99").filter(it -> it.signum() > 0).orElse(null);
		BigDecimal profit = words.rate("target", "1").filter(it -> it.signum() > 0).orElse(null);
		String kind = words.text("stops").map(it -> one("stops", it, List.of("bracket", "resting", "close"))).orElse("bracket");
		return new Stops(loss, profit, Stops.Kind.valueOf(kind.toUpperCase(Locale.ROOT)));
	}

	private static Assumptions assumptions(Words words, Instrument instrument, Stops stops, Timeframe timeframe) {
		BigDecimal capital = words.positive("capital").orElse(CAPITAL);
		FeeModel fees = words.text("fees").map(Options::fees).orElse(FeeModel.FREE);
		Slippage slippage = words.rate("slippage", "0.1").<Slippage>map(it -> new Slippage.BasisPoints(it.movePointRight(4)))
			.orElse(Slippage.NONE);
		Duration latency = words.span("latency").orElse(Duration.ZERO);
		Optional<BigDecimal> quantity = words.positive("quantity");
		Optional<String> size = words.text("size");
		if (quantity.isPresent() && size.isPresent()) {
			throw new Unusable("'--quantity' and '--size' exclude each other.");
		}
		if (size.filter("risk"::equals).isPresent()) {
			if (stops.kind() != Stops.Kind.BRACKET) {
				throw new Unusable("'--size risk' trades with brackets, as live: leave '--stops' out.");
			}
			BigDecimal loss = stops.loss() == null ? BigDecimal.ZERO : stops.loss();
			BigDecimal profit = stops.profit() == null ? BigDecimal.ZERO : stops.profit();
			return new Assumptions(instrument, capital, LiveRisk.size(loss, profit, fees, timeframe), fees, slippage, latency, Stops.NONE);
		}
		PositionSize chosen = size.<PositionSize>map(it -> new PositionSize.OfEquity(Words.rate("size", it, "1")))
			.orElseGet(() -> new PositionSize.Fixed(quantity.orElse(BigDecimal.ONE)));
		try {
			return new Assumptions(instrument, capital, chosen, fees, slippage, latency, stops);
		}
		catch (IllegalArgumentException e) {
			throw new Unusable(e.getMessage() + ".", e);
		}
	}

	private static FeeModel fees(String text) {
		if (text.matches("\\d{1,9}(\\.\\d{1,8})?\\s?USD")) {
			return new FeeModel.Flat(new BigDecimal(text.replace("USD", "").strip()));
		}
		String[] both = text.split("/", 2);
		BigDecimal maker = Words.rate("fees", both[0], "0.05");
		return new FeeModel.MakerTaker(maker, both.length < 2 ? maker : Words.rate("fees", both[1], "0.05"));
	}

	private static String one(String name, String value, List<String> known) {
		if (!known.contains(value)) {
			throw new Unusable("'--%s %s': use %s.".formatted(name, value, String.join(", ", known)));
		}
		return value;
	}
}
