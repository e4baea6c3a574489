package io.vigie.sentinel.listing;

import io.vigie.common.bot.Bots;
import io.vigie.common.kafka.Topics;
import io.vigie.common.message.Ids;
import io.vigie.common.message.ListingRead;
import io.vigie.common.message.Message;
import io.vigie.common.work.Worker;
import io.vigie.engine.market.Listing;
import io.vigie.sentinel.venue.Assets;
import io.vigie.sentinel.venue.MarketData;
import io.vigie.sentinel.voice.Voice;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Asks the venue again and again how it lets what the bots trade be traded, and tells what has changed; everything once after
 * each start. Several instances may tell the same: the latest reading counts.
 */
@Component
class Listings implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(Listings.class);
	private static final Duration SOON = Duration.ofSeconds(5);
	private static final Duration LAST_WORDS = Duration.ofSeconds(5);

	private final Worker worker = new Worker("listings", LAST_WORDS);
	private final Map<String, Listing> told = new HashMap<>();
	private final Assets assets;
	private final List<String> pairs;
	private final List<String> stocks;
	private final Voice voice;
	private final ListingSettings settings;
	private final Clock clock;

	Listings(Assets assets, Bots bots, Voice voice, ListingSettings settings, Clock clock) {
		this.assets = assets;
		this.pairs = bots.symbols().stream().filter(MarketData::isCrypto).toList();
		this.stocks = bots.symbols().stream().filter(it -> !MarketData.isCrypto(it)).toList();
		this.voice = voice;
		this.settings = settings;
		this.clock = clock;
	}

	@Override
	public void start() {
		worker.start(this::run);
	}

	@Override
	public void stop() {
		worker.interrupt();
	}

	@Override
	public boolean isRunning() {
		return worker.goesOn();
	}

	private void run() {
		try {
			while (worker.goesOn()) {
				boolean settled = look();
				worker.rest(settled || settings.every().compareTo(SOON) < 0 ? settings.every() : SOON);
			}
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

	/** Whether the venue has answered about all of them, and trades them. What it does not answer stays as it was; what it does not trade it may soon. */
	private boolean look() throws InterruptedException {
		boolean all = pairs.isEmpty() || tell(() -> assets.pairs(pairs));
		for (String stock : stocks) {
			all &= tell(() -> List.of(assets.stock(stock)));
		}
		return all;
	}

	private boolean tell(Supplier<List<Listing>> question) throws InterruptedException {
		Instant asked = clock.instant();
		try {
			boolean traded = true;
			for (Listing listing : question.get()) {
				traded &= !Boolean.FALSE.equals(listing.tradable());
				if (!listing.equals(told.get(listing.symbol()))) {
					voice.say(Topics.LISTINGS, listing.symbol(), Message.beginning(Ids.next(asked), "sentinel", Message.ALL, asked, new ListingRead(listing, asked)))
						.get();
					told.put(listing.symbol(), listing);
				}
			}
			return traded;
		}
		catch (RuntimeException | ExecutionException e) {
			log.atWarn().addKeyValue("cause", String.valueOf(e.getMessage())).log("How things are traded at the venue can't be read and told now");
			return false;
		}
	}
}
