package io.vigie.sentinel.connection;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.common.kafka.Topics;
import io.vigie.common.message.ConnectionChanged;
import io.vigie.common.message.ConnectionChanged.LinkState;
import io.vigie.common.message.Ids;
import io.vigie.common.message.Message;
import io.vigie.sentinel.voice.Voice;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** All links to the venue; what changes is told on {@code sentinel.connections.v1}. */
@Component
public final class Links {

	private static final Logger log = LoggerFactory.getLogger(Links.class);

	private final Map<String, Link> links = new ConcurrentSkipListMap<>();
	private final List<Keeper> keepers = new CopyOnWriteArrayList<>();
	private final HttpClient client;
	private final LinkSettings settings;
	private final Voice voice;
	private final Clock clock;
	private final MeterRegistry metrics;

	Links(LinkSettings settings, Voice voice, Clock clock, MeterRegistry metrics) {
		this.client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
				.connectTimeout(settings.connectTimeout()).build();
		this.settings = settings;
		this.voice = voice;
		this.clock = clock;
		this.metrics = metrics;
	}

	public Collection<Link> all() {
		return links.values();
	}

	/** A link that is looked after by whoever asked for it. */
	public Link named(String name) {
		return links.computeIfAbsent(name, this::make);
	}

	/** A link that is kept open from when it is started until it is stopped. */
	public Keeper keeper(String name, Conversation conversation) {
		BackOff backOff = new BackOff(settings.backOffFrom(), settings.backOffTo(), new SplittableRandom());
		Keeper keeper = new Keeper(named(name), conversation, client, settings, backOff);
		keepers.add(keeper);
		return keeper;
	}

	private Link make(String name) {
		Link link = new Link(name, clock, this::tell);
		Gauge.builder("sentinel.link.up", link, it -> it.isUp() ? 1 : 0).tag("link", name).register(metrics);
		FunctionCounter.builder("sentinel.link.reconnects", link, Link::reconnects).tag("link", name).register(metrics);
		return link;
	}

	/** A link that comes up wakes those that wait out their pause: it is the same venue. */
	private void tell(ConnectionChanged change) {
		if (change.state() == LinkState.UP) {
			keepers.forEach(Keeper::wake);
		}
		Instant now = clock.instant();
		voice.mention(Topics.CONNECTIONS, change.link(), Message.beginning(Ids.next(now), "sentinel", Message.ALL, now,
				change));
		(change.state() == LinkState.UP ? log.atInfo() : log.atWarn()).addKeyValue("link", change.link())
			.addKeyValue("state", change.state())
			.addKeyValue("failures", change.failures())
			.addKeyValue("reason", change.reason())
			.log("Link changed");
	}
}
