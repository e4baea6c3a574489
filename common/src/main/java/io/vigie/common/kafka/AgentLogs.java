package io.vigie.common.kafka;

import io.vigie.common.message.AgentLogged;
import io.vigie.common.message.Ids;
import io.vigie.common.message.Message;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An agent's diary: what it thought, decided and did, for people to read. Never holds up the work it tells of: entries are handed
 * to the broker in their order by a thread of the diary's own, and are lost where the broker is away for longer than it can keep them.
 */
public final class AgentLogs implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(AgentLogs.class);

	private static final int KEPT = 1000;
	private static final Duration LAST_WORDS = Duration.ofSeconds(2);

	private final ThreadPoolExecutor writer = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(KEPT),
			Thread.ofPlatform().daemon().name("diary").factory());
	private final Publisher publisher;
	private final String service;
	private final Clock clock;
	private volatile boolean heard = true;

	AgentLogs(Publisher publisher, String service, Clock clock) {
		this.publisher = publisher;
		this.service = service;
		this.clock = clock;
	}

	/**
	 * Says it once per cause and kind, however often the cause is handled.
	 *
	 * @param bot the trader it is about, where it is about one
	 * @param facts bounded set of values worth querying
	 * @param cause the message that led to it
	 */
	public void log(AgentLogged.Kind kind, @Nullable String bot, String text, Map<String, String> facts,
			@Nullable Message<?> cause) {
		Instant now = clock.instant();
		var data = new AgentLogged(service, bot, kind, text, facts, now);
		UUID id = cause == null ? Ids.next(now) : Ids.named(service, cause.id(), kind, text);
		Message<AgentLogged> message = cause == null ? Message.beginning(id, service, Message.ALL, now, data)
				: cause.leadsTo(id, service, Message.ALL, now, data);
		try {
			writer.execute(() -> send(bot, message));
		}
		catch (RejectedExecutionException _) {
			log.atWarn().addKeyValue("text", text).addKeyValue("cause", "too many are waiting for the broker").log("Diary entry lost");
		}
	}

	private void send(@Nullable String bot, Message<AgentLogged> message) {
		try {
			publisher.send(Topics.logs(service), bot == null ? service : bot, message);
			heard = true;
		}
		catch (RuntimeException e) {
			heard = false;
			log.atWarn().addKeyValue("text", message.data().text()).addKeyValue("cause", String.valueOf(e.getMessage())).log("Diary entry lost");
		}
	}

	/** What was entered is still handed over, as long as that takes no time, and not to a broker that is away. */
	@Override
	public void close() {
		writer.shutdown();
		try {
			if (!heard || !writer.awaitTermination(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS)) {
				writer.shutdownNow();
			}
		}
		catch (InterruptedException _) {
			writer.shutdownNow();
			Thread.currentThread().interrupt();
		}
	}
}
