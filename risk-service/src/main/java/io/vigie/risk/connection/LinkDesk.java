package io.vigie.risk.connection;

import io.vigie.common.kafka.Inbox;
import io.vigie.common.message.ConnectionChanged;
import io.vigie.common.message.ConnectionChanged.LinkState;
import io.vigie.common.message.ConnectionMessage;
import io.vigie.common.message.Message;
import io.vigie.engine.market.AssetClass;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Knows which links to the venue are broken. A link nobody has spoken of yet doesn't count as broken: which links there are
 * is for the sentinel to say, and without a feed there is no proposal either.
 */
@Service
public class LinkDesk {

	private static final String FEED = "-feed";

	private final Links links;
	private final Inbox inbox;
	private final Clock clock;

	LinkDesk(Links links, Inbox inbox, Clock clock) {
		this.links = links;
		this.inbox = inbox;
		this.clock = clock;
	}

	@Transactional
	public void hear(List<Message<ConnectionMessage>> batch) {
		for (Message<ConnectionMessage> message : inbox.fresh("connection", batch)) {
			switch (message.data()) {
				case ConnectionChanged it -> links.hear(it.link(), it.state().name(), it.failures(), it.reason(), it.since(),
						clock.instant());
			}
		}
	}

	/** Links down or silent, whatever they serve. */
	@Transactional(readOnly = true)
	public List<String> broken() {
		return links.findByStateNotOrderByLink(LinkState.UP).stream().map(it -> it.link).toList();
	}

	/** Those of the links that trading this kind of thing needs: every one but the other kinds' feeds. */
	public static List<String> needed(List<String> broken, AssetClass assetClass) {
		String feed = (assetClass == AssetClass.CRYPTO ? "crypto" : "stock") + FEED;
		return broken.stream().filter(it -> !it.endsWith(FEED) || it.equals(feed)).toList();
	}
}
