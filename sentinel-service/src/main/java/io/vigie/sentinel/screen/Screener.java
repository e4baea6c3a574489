package io.vigie.sentinel.screen;

import io.vigie.sentinel.feed.Feeds;
import io.vigie.sentinel.feed.SymbolRecord;
import io.vigie.sentinel.venue.Broker;
import io.vigie.sentinel.venue.Snapshots;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds what moves among everything the venue trades. Where that is more than may be looked at, what is followed comes first and
 * the rest by name. Looks only when asked, and not again while the last look is young: the venue counts requests. Thread-safe.
 */
@Component
public class Screener {

	private final Broker broker;
	private final Snapshots snapshots;
	private final Feeds feeds;
	private final ScreenSettings settings;
	private final Clock clock;
	private @Nullable Screen last;

	Screener(Broker broker, Snapshots snapshots, Feeds feeds, ScreenSettings settings, Clock clock) {
		this.broker = broker;
		this.snapshots = snapshots;
		this.feeds = feeds;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * The last look or a new one; may take as long as the venue takes to answer.
	 *
	 * @throws io.vigie.sentinel.venue.VenueUnavailable where it does not
	 * @throws io.vigie.sentinel.venue.VenueRejected where it refuses
	 */
	public synchronized Screen look() {
		Screen young = last;
		if (young != null && clock.instant().isBefore(young.at().plus(settings.every()))) {
			return young;
		}
		List<String> tradable = broker.tradable();
		List<Standing> standings = snapshots.of(chosen(tradable)).stream().map(Standing::of).toList();
		Screen fresh = new Screen(clock.instant(), tradable.size(), standings);
		last = fresh;
		return fresh;
	}

	private List<String> chosen(List<String> tradable) {
		Set<String> followed = feeds.records().stream().map(SymbolRecord::symbol).collect(Collectors.toSet());
		List<String> symbols = new ArrayList<>(tradable);
		symbols.sort(Comparator.comparing((String it) -> !followed.contains(it)).thenComparing(Comparator.naturalOrder()));
		return symbols.subList(0, Math.min(settings.symbols(), symbols.size()));
	}
}
