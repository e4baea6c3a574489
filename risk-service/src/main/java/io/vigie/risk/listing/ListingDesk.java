package io.vigie.risk.listing;

import io.vigie.common.message.ListingMessage;
import io.vigie.common.message.ListingRead;
import io.vigie.common.message.Message;
import io.vigie.engine.market.Listing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Knows how the venue lets things be traded, as it said last, however long ago and to whichever instance: it is stored, and kept in
 * memory for whoever decides. Another instance knows it two seconds later. Thread-safe.
 */
@Service
public class ListingDesk {

	private static final Logger log = LoggerFactory.getLogger(ListingDesk.class);

	private final StoredListings stored;
	private final TransactionTemplate transaction;
	private volatile @Nullable Map<String, Listing> known;

	ListingDesk(StoredListings stored, TransactionTemplate transaction) {
		this.stored = stored;
		this.transaction = transaction;
	}

	/** Nothing where the venue has never spoken of it. */
	public Optional<Listing> of(String symbol) {
		Map<String, Listing> now = known;
		return Optional.ofNullable((now == null ? load() : now).get(symbol));
	}

	/** Needs no inbox: the same reading twice changes nothing, and an older one neither. */
	void hear(List<Message<ListingMessage>> batch) {
		transaction.executeWithoutResult(_ -> batch.forEach(it -> stored.keep(read(it.data()))));
		load();
	}

	/** What another instance heard. */
	@Scheduled(fixedDelayString = "PT2S", initialDelayString = "PT2S")
	void refresh() {
		try {
			load();
		}
		catch (DataAccessException e) {
			log.atDebug().addKeyValue("cause", String.valueOf(e.getMessage())).log("Listings can't be read now, those known stay");
		}
	}

	private Map<String, Listing> load() {
		Map<String, Listing> now = stored.all().stream().map(ListingRead::listing).collect(Collectors.toUnmodifiableMap(Listing::symbol, it -> it));
		known = now;
		return now;
	}

	private static ListingRead read(ListingMessage message) {
		return switch (message) {
			case ListingRead it -> it;
		};
	}
}
