package io.vigie.sentinel.feed;

import io.vigie.sentinel.connection.Conversation;
import io.vigie.sentinel.connection.LinkBroken;
import io.vigie.sentinel.connection.Session;
import io.vigie.sentinel.venue.FeedEvent;
import io.vigie.sentinel.venue.FeedFrames;
import io.vigie.sentinel.venue.Streams;
import java.net.URI;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One of Alpaca's market-data streams. */
final class FeedConversation implements Conversation {

	/** Brings a symbol up to date from the venue's history. */
	@FunctionalInterface
	interface CatchUp {

		void run(SymbolFeed feed) throws InterruptedException;
	}

	private static final Logger log = LoggerFactory.getLogger(FeedConversation.class);

	private final URI address;
	private final Streams streams;
	private final FeedFrames frames;
	private final Map<String, SymbolFeed> feeds;
	private final FeedSettings settings;
	private final TickTeller teller;
	private final Drops drops;
	private final QuoteGate gate;
	private final CatchUp catchUp;
	private final BooleanSupplier open;

	FeedConversation(URI address, Streams streams, FeedFrames frames, Map<String, SymbolFeed> feeds, FeedSettings settings,
			TickTeller teller, Drops drops,
			CatchUp catchUp, BooleanSupplier open) {
		this.address = address;
		this.streams = streams;
		this.frames = frames;
		this.feeds = feeds;
		this.settings = settings;
		this.teller = teller;
		this.drops = drops;
		this.gate = new QuoteGate(settings.quotesEvery());
		this.catchUp = catchUp;
		this.open = open;
	}

	@Override
	public URI address() {
		return address;
	}

	@Override
	public void greet(Session session) throws LinkBroken, InterruptedException {
		session.say(streams.authentication());
		await(session, "the authentication", it -> it instanceof FeedEvent.Greeted greeted && greeted.word()
				.equals("authenticated"));
		session.say(streams.subscription(feeds.keySet(), settings.quotes()));
		await(session, "the subscription", FeedEvent.Subscribed.class::isInstance);
	}

	@Override
	public void catchUp() throws InterruptedException {
		for (SymbolFeed feed : feeds.values()) {
			catchUp.run(feed);
		}
	}

	@Override
	public boolean hear(String frame) throws InterruptedException {
		boolean told = false;
		for (FeedEvent event : frames.read(frame)) {
			told |= hear(event);
		}
		return told;
	}

	@Override
	public boolean isSilenceWrong() {
		return open.getAsBoolean();
	}

	private boolean hear(FeedEvent event) throws InterruptedException {
		switch (event) {
			case FeedEvent.Printed printed -> {
				SymbolFeed feed = feeds.get(printed.tick().symbol());
				if (feed == null) {
					drops.count("unfollowed");
				}
				else {
					feed.take(printed.tick());
				}
				return true;
			}
			case FeedEvent.Quoted quoted -> {
				quote(quoted);
				return true;
			}
			case FeedEvent.Unreadable unreadable -> {
				drops.count("unreadable");
				log.atDebug().addKeyValue("cause", unreadable.cause()).log("Frame can't be read");
			}
			case FeedEvent.Refused refused -> {
				drops.count("refused");
				log.atWarn().addKeyValue("code", refused.code()).addKeyValue("reason", refused.reason())
						.log("The stream complains");
			}
			case FeedEvent.Ignored _, FeedEvent.Greeted _, FeedEvent.Subscribed _ -> {
				// small talk
			}
		}
		return false;
	}

	private void quote(FeedEvent.Quoted quoted) {
		if (!settings.quotes() || !feeds.containsKey(quoted.quote().symbol())) {
			return;
		}
		switch (gate.check(quoted.quote(), System.nanoTime())) {
			case PASS -> teller.tell(quoted.quote());
			case CROSSED -> drops.count("crossed_quote");
			case TOO_SOON -> {
				// the next one will do
			}
		}
	}

	private void await(Session session, String what, Predicate<FeedEvent> wanted) throws LinkBroken,
			InterruptedException {
		while (true) {
			for (FeedEvent event : frames.read(session.answer())) {
				if (event instanceof FeedEvent.Refused refused) {
					throw new LinkBroken("The venue refuses " + what + ": " + refused.code() + " " + refused.reason());
				}
				if (wanted.test(event)) {
					return;
				}
			}
		}
	}
}
