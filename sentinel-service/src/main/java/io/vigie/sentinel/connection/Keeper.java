package io.vigie.sentinel.connection;

import io.vigie.common.message.ConnectionChanged.LinkState;
import io.vigie.common.work.Worker;
import java.net.http.HttpClient;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps one link open: connects, greets, catches up, listens, and begins again after a pause whenever that ends. */
public final class Keeper {

	private static final Logger log = LoggerFactory.getLogger(Keeper.class);
	private static final int PINGS_MISSED = 3;
	private static final Duration LOOK_UP = Duration.ofMillis(200);
	private static final Duration LAST_WORDS = Duration.ofSeconds(5);
	/** A connection that lived this long was a good one: the next pause begins small again. */
	private static final Duration PROVEN = Duration.ofSeconds(10);

	private final Link link;
	private final Conversation conversation;
	private final HttpClient client;
	private final LinkSettings settings;
	private final BackOff backOff;
	private final Worker worker;
	private boolean stale;
	private volatile long lastWordNanos = System.nanoTime();

	Keeper(Link link, Conversation conversation, HttpClient client, LinkSettings settings, BackOff backOff) {
		this.link = link;
		this.conversation = conversation;
		this.client = client;
		this.settings = settings;
		this.backOff = backOff;
		this.worker = new Worker(link.name(), LAST_WORDS);
	}

	public void start() {
		worker.start(this::run);
	}

	/** Returns when the link's thread has ended, or after a while. */
	public void stop() {
		worker.interrupt();
	}

	/** The venue is there, as another link has just found: there is nothing to wait for any more. */
	void wake() {
		if (!link.isUp()) {
			worker.call();
		}
	}

	/** Since when nothing was said that the link is for. */
	public Duration quiet() {
		return Duration.ofNanos(System.nanoTime() - lastWordNanos);
	}

	private void run() {
		int failures = 0;
		while (worker.goesOn()) {
			long began = System.nanoTime();
			try {
				converse();
			}
			catch (LinkBroken e) {
				broken(e.reason());
			}
			catch (InterruptedException _) {
				return;
			}
			catch (RuntimeException e) {
				log.atDebug().setCause(e).log("Link breaks");
				broken(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
			}
			failures = System.nanoTime() - began > PROVEN.toNanos() ? 1 : failures + 1;
			worker.rest(backOff.pause(failures));
		}
	}

	private void converse() throws LinkBroken, InterruptedException {
		try (Session session = Session.open(client, conversation.address(), settings.connectTimeout())) {
			conversation.greet(session);
			conversation.catchUp();
			lastWordNanos = System.nanoTime();
			if (link.now().state() != LinkState.STALE) {
				link.up();
			}
			listen(session);
		}
	}

	private void listen(Session session) throws LinkBroken, InterruptedException {
		long pinged = System.nanoTime();
		while (worker.goesOn()) {
			String frame = session.next(LOOK_UP);
			long now = System.nanoTime();
			if (frame != null && conversation.hear(frame)) {
				lastWordNanos = now;
				link.up();
			}
			if (now - pinged > settings.pingEvery().toNanos()) {
				pinged = now;
				session.ping();
			}
			if (frame == null) {
				checkSilence(session);
			}
		}
	}

	private void checkSilence(Session session) throws LinkBroken {
		if (session.silence().compareTo(settings.pingEvery().multipliedBy(PINGS_MISSED)) > 0) {
			throw new LinkBroken("No sign of life for " + session.silence().toSeconds() + " s");
		}
		if (quiet().compareTo(settings.staleAfter()) > 0 && conversation.isSilenceWrong()) {
			stale = true;
			link.stale("No message for " + quiet().toSeconds() + " s while the market is open");
			throw new LinkBroken("Stale");
		}
	}

	/** Whatever comes of telling it, the thread goes on: without it nobody would ever try again. */
	private void broken(String reason) {
		try {
			if (worker.goesOn() && !stale) {
				link.down(reason);
			}
		}
		catch (RuntimeException e) {
			log.error("A broken link could not be told", e);
		}
		stale = false;
	}
}
