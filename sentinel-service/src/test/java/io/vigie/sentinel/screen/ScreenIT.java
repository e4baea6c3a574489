package io.vigie.sentinel.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vigie.common.kafka.Topics;
import io.vigie.common.message.Message;
import io.vigie.common.message.RunTask;
import io.vigie.common.message.TaskFinished;
import io.vigie.common.message.TaskKind;
import io.vigie.common.testing.SimulatorProcess;
import io.vigie.common.testing.Wire;
import io.vigie.sentinel.SentinelRun;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** More assets than are looked at, at the simulator itself. */
class ScreenIT {

	/** The last by name: without being followed it would not be looked at. */
	private static final String FOLLOWED = "SIM99";

	@Test
	void looksOverFourHundredOfAllAssets(@TempDir Path folder) throws Exception {
		Wire wire = new Wire();
		try (SimulatorProcess venue = SimulatorProcess.start(folder, Map.of("VIGIE_SYNTHETIC", "450", "VIGIE_REPLAY_PAUSED", "true"))) {
			await().atMost(Duration.ofSeconds(60)).ignoreExceptions()
				.untilAsserted(() -> assertThat(venue.get("/v2/assets?status=active").size()).isEqualTo(450));
			try (SentinelRun run = SentinelRun.at(venue.address(), FOLLOWED, "ALPACA_API_KEY_ID", "simulator", "ALPACA_API_SECRET_KEY",
					"simulator")) {
				JsonNode movers = get(URI.create(run.url()), "/sentinel/movers?limit=100");

				assertThat(movers.path("tradable").asInt()).isEqualTo(450);
				assertThat(movers.path("seen").asInt()).isEqualTo(400);
				assertThat(movers.path("gainers").size()).isPositive();
				assertThat(movers.path("losers").size()).isPositive();
				assertThat(movers.path("most_traded").size()).isEqualTo(100);
				assertThat(changes(movers.path("gainers"))).isSortedAccordingTo((a, b) -> Double.compare(b, a)).allMatch(it -> it > 0);
				assertThat(changes(movers.path("losers"))).isSorted().allMatch(it -> it < 0);
				assertThat(run.bean(Screener.class).look().standings()).extracting(Standing::symbol).contains(FOLLOWED)
					.doesNotContain("SIM98").doesNotHaveDuplicates();

				Map<String, String> facts = scan(wire);
				assertThat(facts).containsEntry("tradable", "450").containsEntry("screened", "400");
				assertThat(names(movers.path("gainers"))).containsAll(List.of(facts.getOrDefault("gainers", "").split(",")));
			}
		}
		finally {
			wire.destroy();
		}
	}

	private static Map<String, String> scan(Wire wire) {
		UUID id = UUID.randomUUID();
		wire.send(Topics.TASKS, "sentinel", Message.beginning(id, "orchestrator", "sentinel", Instant.now(),
				new RunTask(id, TaskKind.MARKET_SCAN, "sentinel", Map.of(), 1, "A test wants it", Instant.now().plusSeconds(60))));
		return wire.await(Topics.results("sentinel"), TaskFinished.class, it -> it.taskId().equals(id)).data().facts();
	}

	private static List<Double> changes(JsonNode standings) {
		return standings.valueStream().map(it -> it.path("change").asDouble()).toList();
	}

	private static Set<String> names(JsonNode standings) {
		Set<String> names = new HashSet<>();
		standings.forEach(it -> names.add(it.path("symbol").asString()));
		return names;
	}

	private static JsonNode get(URI base, String path) throws IOException, InterruptedException {
		HttpResponse<String> answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(base.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		return JsonMapper.shared().readTree(answer.body());
	}
}
