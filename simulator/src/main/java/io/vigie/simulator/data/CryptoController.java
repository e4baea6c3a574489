package io.vigie.simulator.data;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /v1beta3/crypto/us}. */
@RestController
@RequestMapping("/v1beta3/crypto/us")
class CryptoController {

	private final Archive archive;

	CryptoController(Archive archive) {
		this.archive = archive;
	}

	@GetMapping("/{what:bars|trades|quotes}")
	Map<String, @Nullable Object> history(@PathVariable String what, @RequestParam(required = false) @Nullable String symbols,
			@RequestParam(name = "page_token", required = false) @Nullable String token, DataQuery query) {
		Page page = switch (what) {
			case "bars" -> archive.bars(archive.symbols(symbols), query, token);
			case "trades" -> archive.trades(archive.symbols(symbols), query, token);
			default -> archive.quotes(archive.symbols(symbols), query, token);
		};
		Map<String, @Nullable Object> answer = new LinkedHashMap<>();
		answer.put(what, page.items());
		answer.put("next_page_token", page.next());
		return answer;
	}

	@GetMapping("/latest/{what:bars|trades|quotes}")
	Map<String, Object> latest(@PathVariable String what, @RequestParam(required = false) @Nullable String symbols) {
		return Map.of(what, switch (what) {
			case "bars" -> archive.latestBars(archive.symbols(symbols));
			case "trades" -> archive.latestTrades(archive.symbols(symbols));
			default -> archive.latestQuotes(archive.symbols(symbols));
		});
	}

	@GetMapping("/snapshots")
	Map<String, Object> snapshots(@RequestParam(required = false) @Nullable String symbols) {
		return Map.of("snapshots", archive.snapshots(archive.symbols(symbols)));
	}
}
