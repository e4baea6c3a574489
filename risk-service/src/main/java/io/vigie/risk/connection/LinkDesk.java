package io.vigie.risk.connection;

import io.vigie.common.kafka.Inbox;
import io.vigie.common.message.ConnectionChanged;
import io.vigie.common.message.ConnectionMessage;
import io.vigie.common.message.Message;
import io.vigie.engine.market.AssetClass;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Knows which links to the venue are broken. A link nobody has spoken of yet doesn't count as broken: which links there are
 * is for the sentinel to say, and without a feed there is no proposal either.
 */
@Service
public class LinkDesk {

	private static final String FEED = "-feed";

	private final Links links;
	private final BreakerDesk breakers;
	private final Inbox inbox;
	private final TransactionTemplate transaction;
	private final Clock clock;

	LinkDesk(Links links, BreakerDesk breakers, Inbox inbox, TransactionTemplate transaction, Clock clock) {
		this.links = links;
		this.breakers = breakers;
		this.inbox = inbox;
		this.transaction = transaction;
		this.clock = clock;
	}

	/** Told only once it is committed. */
	void hear(List<Message<ConnectionMessage>> batch) {
		transaction.execute(_ -> hearFresh(inbox.fresh("connection", batch).stream().map(LinkDesk::read).toList())).forEach(Runnable::run);
	}

	private List<Runnable> hearFresh(List<Message<ConnectionChanged>> fresh) {
		for (Message<ConnectionChanged> message : fresh) {
			ConnectionChanged it = message.data();
			links.hear(it.link(), it.state().name(), it.failures(), it.reason(), it.since(), clock.instant());
		}
		return breakers.hear(fresh);
	}

	/** Those of the links that trading this kind of thing needs: every one but the other kinds' feeds. */
	public static List<String> needed(List<String> broken, AssetClass assetClass) {
		String feed = (assetClass == AssetClass.CRYPTO ? "crypto" : "stock") + FEED;
		return broken.stream().filter(it -> !it.endsWith(FEED) || it.equals(feed)).toList();
	}

	private static Message<ConnectionChanged> read(Message<ConnectionMessage> message) {
		return switch (message.data()) {
			case ConnectionChanged it -> new Message<>(message.id(), message.from(), message.to(), message.version(), message.at(),
					message.correlationId(), message.causationId(), it);
		};
	}
}
