package io.vigie.sentinel.status;

import io.vigie.common.message.ConnectionChanged;
import io.vigie.common.message.ConnectionChanged.LinkState;
import io.vigie.engine.market.Tick;
import io.vigie.engine.market.TickFlaw;
import io.vigie.sentinel.connection.Link;
import io.vigie.sentinel.connection.Links;
import io.vigie.sentinel.feed.Drops;
import io.vigie.sentinel.feed.Feeds;
import io.vigie.sentinel.feed.Opening;
import io.vigie.sentinel.feed.SymbolRecord;
import io.vigie.sentinel.venue.MarketHours;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the links are and what came over them. */
@RestController
@RequestMapping("/sentinel/status")
class StatusController {

	private final Links links;
	private final Feeds feeds;
	private final Drops drops;
	private final Opening opening;

	StatusController(Links links, Feeds feeds, Drops drops, Opening opening) {
		this.links = links;
		this.feeds = feeds;
		this.drops = drops;
		this.opening = opening;
	}

	@GetMapping
	Status status() {
		List<LinkView> all = links.all().stream().map(LinkView::of).toList();
		LinkState worst = all.stream().anyMatch(it -> it.state() == LinkState.DOWN) ? LinkState.DOWN
				: all.stream().anyMatch(it -> it.state() == LinkState.STALE) ? LinkState.STALE : LinkState.UP;
		return new Status(worst, opening.last().map(MarketHours::now).orElse(null), opening.last()
				.map(MarketHours::isOpen).orElse(null), all,
				feeds.records().stream().map(SymbolView::of).toList(), drops.byCause(), drops.repairedByCause());
	}

	/**
	 * @param state the worst of all links
	 * @param marketTime as last heard from the broker
	 * @param dropped prints and frames left out, by cause
	 * @param repaired prints that would have been missing or left out and are not, by cause
	 */
	record Status(LinkState state, @Nullable Instant marketTime, @Nullable Boolean marketOpen, List<LinkView> links,
			List<SymbolView> symbols,
			Map<String, Long> dropped, Map<String, Long> repaired) {
	}

	record LinkView(String link, LinkState state, Instant since, int failures, String reason, long reconnects) {

		static LinkView of(Link link) {
			ConnectionChanged now = link.now();
			return new LinkView(now.link(), now.state(), now.since(), now.failures(), now.reason(), link.reconnects());
		}
	}

	/**
	 * @param ageMs wall time since the last print was seen
	 * @param silentMinutes of market time in which the symbol was not traded: they have no bar
	 */
	record SymbolView(String symbol, @Nullable Instant lastTickAt, @Nullable BigDecimal price, @Nullable Long ageMs,
			long ticks, long bars, long silentMinutes,
			Map<TickFlaw, Long> dropped) {

		static SymbolView of(SymbolRecord record) {
			return new SymbolView(record.symbol(), record.last().map(Tick::at).orElse(null), record.last()
					.map(Tick::price).orElse(null),
					record.age().map(Duration::toMillis).orElse(null), record.ticks(), record.bars(),
					record.silentMinutes(), record.dropped());
		}
	}
}
