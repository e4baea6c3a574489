package io.vigie.sentinel.feed;

import io.vigie.sentinel.connection.Link;
import io.vigie.sentinel.connection.Links;
import io.vigie.sentinel.venue.Broker;
import io.vigie.sentinel.venue.MarketHours;
import io.vigie.sentinel.venue.VenueRejected;
import io.vigie.sentinel.venue.VenueUnavailable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Whether the market is open and what time it is there; asking shows at once whether the broker answers at all. */
@Component
public class Opening {

	private final Broker broker;
	private final Link link;
	private volatile @Nullable MarketHours last;

	Opening(Broker broker, Links links) {
		this.broker = broker;
		this.link = links.named("broker-api");
	}

	/** As last heard. */
	public Optional<MarketHours> last() {
		return Optional.ofNullable(last);
	}

	@Scheduled(fixedDelayString = "PT10S")
	void look() {
		try {
			ask();
		}
		catch (VenueUnavailable | VenueRejected _) {
			// told as the state of the link
		}
	}

	/** Asks now. */
	MarketHours ask() {
		try {
			MarketHours hours = broker.hours();
			last = hours;
			link.up();
			return hours;
		}
		catch (VenueUnavailable | VenueRejected e) {
			link.down(String.valueOf(e.getMessage()));
			throw e;
		}
	}
}
