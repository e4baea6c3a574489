package io.vigie.common.observe;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Node;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Is there a broker that answers? Asked at most once in a few seconds, however often it is probed. */
class KafkaHealth extends AbstractHealthIndicator implements AutoCloseable {

	private static final long TIMEOUT_MILLIS = 3000;
	private static final long KEPT_NANOS = Duration.ofSeconds(3).toNanos();

	private final Admin admin;
	private long askedAt;
	private Health last = Health.unknown().build();

	KafkaHealth(Admin admin) {
		super("Kafka does not answer");
		this.admin = admin;
	}

	@Override
	protected synchronized void doHealthCheck(Health.Builder builder) throws InterruptedException {
		if (askedAt == 0 || System.nanoTime() - askedAt > KEPT_NANOS) {
			last = ask();
			askedAt = System.nanoTime();
		}
		builder.status(last.getStatus()).withDetails(last.getDetails());
	}

	private Health ask() throws InterruptedException {
		try {
			Collection<Node> nodes = admin.describeCluster().nodes().get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
			return Health.up().withDetail("brokers", nodes.size()).build();
		}
		catch (ExecutionException | TimeoutException e) {
			return Health.down().withDetail("reason", "no broker answered within " + TIMEOUT_MILLIS + " ms").build();
		}
	}

	@Override
	public void close() {
		admin.close(Duration.ofSeconds(1));
	}
}
