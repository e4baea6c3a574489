package io.vigie.simulator.data;

import io.vigie.simulator.exchange.Refused;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /v2/stocks}: for several symbols, and for one. */
@RestController
@RequestMapping("/v2/stocks")
class StockController {

	private final Archive archive;

	StockController(Archive archive) {
		this.archive = archive;
	}

	@GetMapping("/{what:bars|trades|quotes}")
	Map<String, @Nullable Object> history(@PathVariable String what, @RequestParam(required = false) @Nullable String symbols,
			@RequestParam(name = "page_token", required = false) @Nullable String token, DataQuery query) {
		Page page = page(what, archive.symbols(symbols), query, token);
		return answer(what, page.items(), page.next());
	}

	@GetMapping("/{symbol}/{what:bars|trades|quotes}")
	Map<String, @Nullable Object> historyOf(@PathVariable String symbol, @PathVariable String what,
			@RequestParam(name = "page_token", required = false) @Nullable String token, DataQuery query) {
		Page page = page(what, List.of(symbol), query, token);
		Map<String, @Nullable Object> answer = answer(what, page.items().getOrDefault(symbol, List.of()), page.next());
		answer.put("symbol", symbol);
		return answer;
	}

	@GetMapping("/{what:bars|trades|quotes}/latest")
	Map<String, Object> latest(@PathVariable String what, @RequestParam(required = false) @Nullable String symbols) {
		return Map.of(what, latest(what, archive.symbols(symbols)));
	}

	@GetMapping("/{symbol}/{what:bars|trades|quotes}/latest")
	Map<String, Object> latestOf(@PathVariable String symbol, @PathVariable String what) {
		Object found = only(latest(what, List.of(symbol)), symbol);
		return Map.of("symbol", symbol, what.substring(0, what.length() - 1), found);
	}

	@GetMapping("/snapshots")
	Map<String, Object> snapshots(@RequestParam(required = false) @Nullable String symbols) {
		return archive.snapshots(archive.symbols(symbols));
	}

	@GetMapping("/{symbol}/snapshot")
	Map<String, Object> snapshotOf(@PathVariable String symbol) {
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("symbol", symbol);
		((Map<?, ?>) only(archive.snapshots(List.of(symbol)), symbol)).forEach((key, value) -> answer.put((String) key, value));
		return answer;
	}

	private Page page(String what, List<String> symbols, DataQuery query, @Nullable String token) {
		return switch (what) {
			case "bars" -> archive.bars(symbols, query, token);
			case "trades" -> archive.trades(symbols, query, token);
			default -> archive.quotes(symbols, query, token);
		};
	}

	private Map<String, Object> latest(String what, List<String> symbols) {
		return switch (what) {
			case "bars" -> archive.latestBars(symbols);
			case "trades" -> archive.latestTrades(symbols);
			default -> archive.latestQuotes(symbols);
		};
	}

	private static Object only(Map<String, Object> found, String symbol) {
		Object only = found.get(symbol);
		if (only == null) {
			throw Refused.notFound("no data for " + symbol);
		}
		return only;
	}

	private static Map<String, @Nullable Object> answer(String what, Object items, @Nullable String next) {
		Map<String, @Nullable Object> answer = new LinkedHashMap<>();
		answer.put(what, items);
		answer.put("next_page_token", next);
		return answer;
	}
}
