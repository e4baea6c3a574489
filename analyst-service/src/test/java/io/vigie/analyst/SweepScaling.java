package io.vigie.analyst;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.common.testing.RealInfrastructure;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Measures how long one analyst takes for a sweep, and how long two take: each a process of its own that works with one thread, so
 * that a processor is what there is too little of. Run by hand, see docs/backtesting.md; it says what it measured and asserts no time.
 */
class SweepScaling {

	private static final Logger log = LoggerFactory.getLogger(SweepScaling.class);
	private static final int ROUNDS = Integer.getInteger("rounds", 3);
	private static final Duration PATIENCE = Duration.ofMinutes(5);
	private static final Pattern TRIALS = Pattern.compile("(?m)^analyst_backtest_trials_total\\S* (\\S+)$");

	private final StubSentinel sentinel = new StubSentinel();

	@TempDir
	private Path folder;

	@AfterEach
	void close() {
		sentinel.close();
	}

	@Test
	void twoShareWhatOneDoesAlone() throws IOException {
		RealInfrastructure.addresses();
		int[] ports = freePorts();
		try (var analysts = new Analysts("analyst-scaling", sentinel, List.of("SCALE/USD"))) {
			start(analysts, ports[0]);
			Took one = median(ports[0]);
			double before = trials(ports[0]);
			start(analysts, ports[1]);
			Took two = median(ports[0]);

			assertThat(trials(ports[0])).as("the first took part").isGreaterThan(before);
			assertThat(trials(ports[1])).as("the second took part").isPositive();
			log.info("One analyst: {}. Two: {}. Two are {} times as fast with the trials, {} times until it is judged.", one, two,
					times(one.trials, two.trials), times(one.judged, two.judged));
		}
	}

	/** @param trials seconds until the last trial was in, and {@code judged} until it was said what they mean, which one does alone */
	private record Took(double trials, double judged) {

		@Override
		public String toString() {
			return "%.1f s, judged after %.1f s".formatted(trials, judged);
		}
	}

	private static String times(double one, double two) {
		return "%.2f".formatted(one / two);
	}

	private void start(Analysts analysts, int port) throws IOException {
		analysts.startApart(folder, port, "--vigie.analyst.backtest-threads=1");
		Awaitility.await().atMost(PATIENCE).ignoreExceptions()
			.until(() -> new AnalystDoor(port).text("/actuator/health/readiness").contains("UP"));
	}

	/** Of some sweeps, after one that warms up; it also gives Kafka the time to share the work out anew. */
	private static Took median(int port) {
		sweep(port);
		List<Took> rounds = IntStream.range(0, ROUNDS).mapToObj(_ -> sweep(port)).sorted(Comparator.comparing(Took::trials)).toList();
		log.info("Rounds: {}", rounds);
		return rounds.get(rounds.size() / 2);
	}

	/** Three thousand trials over nearly ten thousand minutes, by a strategy that is run bar by bar. */
	private static Took sweep(int port) {
		var door = new AnalystDoor(port);
		long from = System.nanoTime();
		UUID id = door.askForBacktest("""
				{"strategy":"rsi-reversion","data":"BTC/USD","timeframe":"1m","sweep":"period=2:61,oversold=10:59"}""");
		await(door, id, it -> it.get("done").asInt() == it.get("trials").asInt());
		double trials = (System.nanoTime() - from) / 1e9;
		JsonNode done = await(door, id, it -> !it.get("state").asString().equals("RUNNING"));
		assertThat(done.get("state").asString()).isEqualTo("DONE");
		return new Took(trials, (System.nanoTime() - from) / 1e9);
	}

	private static JsonNode await(AnalystDoor door, UUID id, Predicate<JsonNode> reached) {
		return Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> door.backtest(id), reached);
	}

	/** How many this instance has run. */
	private static double trials(int port) {
		Matcher found = TRIALS.matcher(new AnalystDoor(port).text("/actuator/prometheus"));
		assertThat(found.find()).isTrue();
		return Double.parseDouble(found.group(1));
	}

	private static int[] freePorts() throws IOException {
		try (ServerSocket first = new ServerSocket(0); ServerSocket second = new ServerSocket(0)) {
			return new int[] {first.getLocalPort(), second.getLocalPort()};
		}
	}
}
