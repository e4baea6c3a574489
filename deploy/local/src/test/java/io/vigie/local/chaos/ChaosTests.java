package io.vigie.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.local.setting.Settings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ChaosTests {

	private final List<String> said = new CopyOnWriteArrayList<>();
	private final CountDownLatch looked = new CountDownLatch(1);
	private final Chaos chaos = new Chaos(new ChaosOptions(1, 1, 60, Path.of("target", "no-report.md")), nobody(), () -> {
		looked.countDown();
		return List.of();
	}, Clock.systemUTC(), said::add);

	/** Nobody trades, so it would wait for the first trades for long. */
	@Test
	void canBeEndedWhileItRuns() throws Exception {
		CompletableFuture<Boolean> run = new CompletableFuture<>();
		Thread.ofPlatform().start(() -> {
			try {
				run.complete(chaos.run());
			}
			catch (Exception e) {
				run.completeExceptionally(e);
			}
		});
		looked.await();
		chaos.end();
		assertThat(said.getLast()).isEqualTo("Ended before anything could be counted.");
		assertThat(run.get(10, TimeUnit.SECONDS)).isFalse();
	}

	@Test
	void needsNoEndBeforeItBegins() {
		chaos.end();
		assertThat(said).isEmpty();
	}

	private static Settings nobody() {
		return new Settings(Map.of("VIGIE_POSTGRES_PORT", "1", "VIGIE_SIMULATOR_PORT", "2", "VIGIE_SENTINEL_PORT", "3", "VIGIE_ANALYST_PORT", "4",
				"VIGIE_RISK_PORT", "5", "VIGIE_EXECUTOR_PORT", "6", "VIGIE_ORCHESTRATOR_PORT", "7", "VIGIE_HEALTH_PORT", "8"));
	}
}
