package io.vigie.health.probe;

import io.vigie.common.kafka.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/** Asks the broker how it is, and how far every group has read. */
@Component
public class KafkaProbe implements Probe, AutoCloseable {

	private final Admin admin;
	private final ProbeSettings settings;
	private final Clock clock;
	private volatile Lags lags = Lags.UNKNOWN;

	KafkaProbe(KafkaAdmin admin, ProbeSettings settings, Clock clock) {
		this.admin = Admin.create(admin.getConfigurationProperties());
		this.settings = settings;
		this.clock = clock;
	}

	/** As of the last look. */
	public Lags lags() {
		return lags;
	}

	@Override
	public String component() {
		return "kafka";
	}

	@Override
	public Reading look() {
		long start = System.nanoTime();
		int timeout = (int) settings.timeout().toMillis();
		try {
			int nodes = admin.describeCluster(new DescribeClusterOptions().timeoutMs(timeout)).nodes().get(timeout, TimeUnit.MILLISECONDS).size();
			Duration took = Duration.ofNanos(System.nanoTime() - start);
			String unmeasured = measure(timeout);
			State state = took.compareTo(settings.slow()) > 0 ? State.DEGRADED : State.UP;
			return Reading.of(component(), state, (state == State.UP ? "answers in " : "answers slowly, in ") + took.toMillis() + " ms" + unmeasured, took,
					clock.instant())
				.with(Map.of("brokers", Integer.toString(nodes)));
		}
		catch (ExecutionException | TimeoutException _) {
			lags = Lags.UNKNOWN;
			return Reading.of(component(), State.DOWN, "no broker answered within " + timeout + " ms",
					Duration.ofNanos(System.nanoTime() - start), clock.instant());
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
			return Reading.of(component(), State.DOWN, "no answer in time", Duration.ofNanos(System.nanoTime() - start), clock.instant());
		}
	}

	/** A broker that answers is not dead because it can't tell of one group; @return what could not be measured, in words */
	private String measure(int timeout) throws InterruptedException {
		try {
			lags = waiting(timeout);
			return "";
		}
		catch (ExecutionException | TimeoutException e) {
			lags = Lags.UNKNOWN;
			Throwable cause = e.getCause() == null ? e : e.getCause();
			return ", but can't tell how many messages wait (" + cause.getClass().getSimpleName() + ")";
		}
	}

	/** Only the services' own groups; what has never been read counts from where it would begin: not at all. */
	private Lags waiting(int timeout) throws ExecutionException, TimeoutException, InterruptedException {
		Map<String, ListConsumerGroupOffsetsSpec> groups = new HashMap<>();
		Topics.SERVICES.forEach(service -> groups.put(service, new ListConsumerGroupOffsetsSpec()));
		Map<String, Map<TopicPartition, OffsetAndMetadata>> read = admin.listConsumerGroupOffsets(groups)
			.all()
			.get(timeout, TimeUnit.MILLISECONDS);
		Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
		read.values().forEach(offsets -> offsets.keySet().forEach(it -> ends.put(it, OffsetSpec.latest())));
		var latest = admin.listOffsets(ends).all().get(timeout, TimeUnit.MILLISECONDS);
		Map<String, Map<String, Long>> byGroup = new TreeMap<>();
		read.forEach((group, offsets) -> {
			Map<String, Long> topics = new LinkedHashMap<>();
			offsets.forEach((partition, offset) -> {
				if (offset != null && latest.get(partition) != null) {
					topics.merge(partition.topic(), Math.max(0, latest.get(partition).offset() - offset.offset()), Long::sum);
				}
			});
			byGroup.put(group, topics);
		});
		return new Lags(true, byGroup);
	}

	@Override
	public void close() {
		admin.close(Duration.ofSeconds(1));
	}
}
