package io.vigie.health.probe;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.File;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** All probes, run side by side and none longer than it may. */
@Service
@EnableConfigurationProperties(ProbeSettings.class)
public class Probes implements AutoCloseable {

	private final Map<String, Probe> probes = new TreeMap<>();
	private final KafkaProbe kafka;
	private final ProbeSettings settings;
	private final Clock clock;
	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
	private final HttpClient client;

	Probes(ProbeSettings settings, KafkaProbe kafka, DataSource database, JsonMapper mapper, MeterRegistry metrics, Clock clock) {
		this.settings = settings;
		this.kafka = kafka;
		this.clock = clock;
		this.client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(settings.timeout()).build();
		settings.targets().forEach((component, url) -> {
			if (!url.isBlank()) {
				add(new HttpProbe(component, url, client, mapper, settings, clock));
			}
		});
		add(kafka);
		add(new DatabaseProbe(database, settings, metrics, clock));
		add(new DiskProbe(new File("").getAbsoluteFile(), settings, clock));
	}

	private void add(Probe probe) {
		probes.put(probe.component(), probe);
	}

	public List<String> components() {
		return List.copyOf(probes.keySet());
	}

	/** Looks at all of them now; a service that many messages wait for is degraded. */
	public List<Reading> look() {
		List<CompletableFuture<Reading>> looks = new ArrayList<>();
		probes.values().forEach(probe -> looks.add(start(probe)));
		List<Reading> readings = looks.stream().map(CompletableFuture::join).toList();
		Lags lags = kafka.lags();
		return readings.stream().map(it -> withLag(it, lags, settings.maxLag())).toList();
	}

	public Optional<Reading> look(String component) {
		return Optional.ofNullable(probes.get(component)).map(probe -> start(probe).join());
	}

	public Lags lags() {
		return kafka.lags();
	}

	static Reading withLag(Reading reading, Lags lags, long limit) {
		long waiting = lags.total(reading.component());
		return reading.state() == State.UP && waiting > limit ? reading.degraded(
				"is " + waiting + " messages behind (" + lags.describe(reading.component()) + "), more than " + limit, reading.facts())
				: reading;
	}

	/** Twice the time that the probe gives itself, since one look may ask more than one question. */
	private CompletableFuture<Reading> start(Probe probe) {
		Duration limit = settings.timeout().multipliedBy(2);
		return CompletableFuture.supplyAsync(probe::look, threads)
			.orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
			.exceptionally(e -> Reading.of(probe.component(), State.DOWN,
					e instanceof TimeoutException || e.getCause() instanceof TimeoutException ? "no answer within " + limit.toMillis() + " ms"
							: "can't be looked at: " + e.getMessage(),
					limit, clock.instant()));
	}

	@Override
	public void close() {
		threads.shutdownNow();
		client.close();
	}
}
