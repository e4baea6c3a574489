package io.vigie.simulator.data;

import io.vigie.engine.market.Bar;
import io.vigie.engine.market.Tick;
import io.vigie.simulator.exchange.Exchange;
import io.vigie.simulator.exchange.Refused;
import io.vigie.simulator.exchange.Tape;
import io.vigie.simulator.market.Market;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks things up on the tapes; symbols nobody knows have no data, as at Alpaca. */
@Component
class Archive {

	private static final Span DAY = Span.of("1Day");

	private final Market market;

	Archive(Market market) {
		this.market = market;
	}

	/** @param symbols between commas */
	List<String> symbols(@Nullable String symbols) {
		if (symbols == null || symbols.isBlank()) {
			throw Refused.malformed("symbols is required");
		}
		return Arrays.stream(symbols.split(",")).map(String::strip).filter(it -> !it.isEmpty()).distinct().toList();
	}

	Page bars(List<String> symbols, DataQuery query, @Nullable String token) {
		Span span = query.span();
		return market.read(exchange -> Page.of(symbols,
				symbol -> tape(exchange, symbol).map(it -> span.aggregate(it.minutes(), exchange.now())).orElse(List.of()).stream()
					.filter(it -> query.holds(exchange, it.openAt()))
					.toList(),
				it -> it.openAt().getEpochSecond(), Figures::of, query.size(), query.descending(), token));
	}

	Page trades(List<String> symbols, DataQuery query, @Nullable String token) {
		return market.read(exchange -> Page.of(symbols, symbol -> ticks(exchange, symbol, query), Tick::sequence, Figures::of,
				query.size(), query.descending(), token));
	}

	Page quotes(List<String> symbols, DataQuery query, @Nullable String token) {
		return market.read(exchange -> Page.of(symbols, symbol -> ticks(exchange, symbol, query), Tick::sequence,
				it -> Figures.of(tape(exchange, it.symbol()).orElseThrow().quote(it)), query.size(), query.descending(), token));
	}

	Map<String, Object> latestTrades(List<String> symbols) {
		return each(symbols, (_, tape) -> tape.last().<Object>map(Figures::of));
	}

	Map<String, Object> latestQuotes(List<String> symbols) {
		return each(symbols, (_, tape) -> tape.quote().<Object>map(Figures::of));
	}

	/** The latest whole minute. */
	Map<String, Object> latestBars(List<String> symbols) {
		return each(symbols, (exchange, tape) -> minute(exchange, tape).<Object>map(Figures::of));
	}

	Map<String, Object> snapshots(List<String> symbols) {
		return each(symbols, (exchange, tape) -> {
			Map<String, Object> snapshot = new LinkedHashMap<>();
			tape.last().ifPresent(it -> snapshot.put("latestTrade", Figures.of(it)));
			tape.quote().ifPresent(it -> snapshot.put("latestQuote", Figures.of(it)));
			minute(exchange, tape).ifPresent(it -> snapshot.put("minuteBar", Figures.of(it)));
			Instant today = DAY.floor(exchange.now());
			day(tape, it -> !it.openAt().isBefore(today)).ifPresent(it -> snapshot.put("dailyBar", Figures.of(it)));
			day(tape, it -> it.openAt().isBefore(today)).ifPresent(it -> snapshot.put("prevDailyBar", Figures.of(it)));
			return Optional.of(snapshot);
		});
	}

	private static Optional<Bar> day(Tape tape, Predicate<Bar> which) {
		List<Bar> minutes = tape.minutes().stream().filter(which).toList();
		List<Bar> days = DAY.aggregate(minutes, Instant.MAX);
		return days.isEmpty() ? Optional.empty() : Optional.of(days.getLast());
	}

	private static Optional<Bar> minute(Exchange exchange, Tape tape) {
		List<Bar> closed = new ArrayList<>(tape.minutes());
		closed.removeIf(it -> it.closeAt().isAfter(exchange.now()));
		return closed.isEmpty() ? Optional.empty() : Optional.of(closed.getLast());
	}

	private static List<Tick> ticks(Exchange exchange, String symbol, DataQuery query) {
		List<Tick> ticks = new ArrayList<>();
		Instant from = query.from(exchange);
		Instant to = query.to(exchange);
		tape(exchange, symbol).ifPresent(tape -> tape.prints().forEach(it -> {
			if (!it.at().isBefore(from) && !it.at().isAfter(to)) {
				ticks.add(it);
			}
		}));
		return ticks;
	}

	private Map<String, Object> each(List<String> symbols, BiFunction<Exchange, Tape, Optional<Object>> view) {
		return market.read(exchange -> {
			Map<String, Object> views = new LinkedHashMap<>();
			symbols.forEach(symbol -> tape(exchange, symbol).flatMap(it -> view.apply(exchange, it)).ifPresent(it -> views.put(symbol, it)));
			return views;
		});
	}

	private static Optional<Tape> tape(Exchange exchange, String symbol) {
		return exchange.findTape(symbol);
	}
}
