package io.vigie.sentinel.feed;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.common.bot.Bots;
import io.vigie.sentinel.bar.BarStore;
import io.vigie.sentinel.bar.BarWriter;
import io.vigie.sentinel.connection.Keeper;
import io.vigie.sentinel.connection.Links;
import io.vigie.sentinel.venue.FeedFrames;
import io.vigie.sentinel.venue.MarketData;
import io.vigie.sentinel.venue.MarketHours;
import io.vigie.sentinel.venue.Streams;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Every symbol that is followed, each on the stream of its kind. */
@Component
public class Feeds implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(Feeds.class);

	private final Map<String, SymbolRecord> records = new LinkedHashMap<>();
	private final Map<String, Position> saved = new HashMap<>();
	private final List<Keeper> keepers = new ArrayList<>();
	private final FeedSettings settings;
	private final Streams streams;
	private final FeedFrames frames;
	private final Links links;
	private final MarketData data;
	private final TickTeller teller;
	private final Drops drops;
	private final BarWriter bars;
	private final BarStore store;
	private final Cursors cursors;
	private final Told told;
	private final Opening opening;
	private final MeterRegistry metrics;
	private volatile boolean running;

	Feeds(FeedSettings settings, Bots bots, Streams streams, FeedFrames frames, Links links, MarketData data, TickTeller teller,
			Drops drops, BarWriter bars,
			BarStore store, Cursors cursors, Told told, Opening opening, MeterRegistry metrics) {
		this.settings = settings;
		this.streams = streams;
		this.frames = frames;
		this.links = links;
		this.data = data;
		this.teller = teller;
		this.drops = drops;
		this.bars = bars;
		this.store = store;
		this.cursors = cursors;
		this.told = told;
		this.opening = opening;
		this.metrics = metrics;
		var symbols = new TreeSet<>(bots.symbols());
		symbols.addAll(settings.named());
		symbols.forEach(it -> records.put(it, new SymbolRecord(it, drops)));
		symbols.forEach(bars::historyBegins);
	}

	/** All that are followed, by name. */
	public Collection<SymbolRecord> records() {
		return records.values();
	}

	@Override
	public void start() {
		running = true;
		open("crypto-feed", streams.crypto(), MarketData::isCrypto, () -> true);
		open("stock-feed", streams.stocks(), it -> !MarketData.isCrypto(it),
				() -> opening.last().map(MarketHours::isOpen).orElse(false));
	}

	@Override
	public void stop() {
		running = false;
		keepers.forEach(Keeper::stop);
		keepers.clear();
		save();
	}

	@Override
	public boolean isRunning() {
		return running;
	}

	/** What was acknowledged, so that a restart does not tell it again. */
	@Scheduled(fixedDelayString = "PT1S")
	synchronized void save() {
		Map<String, Position> changed = new HashMap<>();
		for (SymbolRecord record : records.values()) {
			Position position = record.acknowledged();
			if (position != null && !position.equals(saved.get(record.symbol()))) {
				changed.put(record.symbol(), position);
			}
		}
		try {
			if (!changed.isEmpty()) {
				cursors.save(changed);
				saved.putAll(changed);
			}
		}
		catch (DataAccessException e) {
			log.atDebug().setCause(e).log("Cursors can't be saved now");
		}
	}

	private void open(String name, URI address, Predicate<String> mine, BooleanSupplier expectsWords) {
		Map<String, SymbolFeed> feeds = new LinkedHashMap<>();
		records.values().stream().filter(it -> mine.test(it.symbol())).forEach(it -> {
			if (store.last(it.symbol(), Collections.min(settings.timeframes())).isPresent()) {
				bars.historyKnown(it.symbol());
			}
			feeds.put(it.symbol(), new SymbolFeed(it.symbol(), settings, teller, bars, it));
		});
		if (feeds.isEmpty()) {
			return;
		}
		var restoration = new Restoration(store, told, () -> opening.ask().now(), settings);
		Keeper keeper = links.keeper(name, new FeedConversation(address, streams, frames, feeds, settings, teller, drops,
				feed -> feed.catchUp(data, restoration), expectsWords));
		Gauge.builder("sentinel.feed.age", keeper, it -> it.quiet().toNanos() / 1e9).tag("link", name)
				.baseUnit("seconds").register(metrics);
		keepers.add(keeper);
		keeper.start();
	}
}
