package io.vigie.sentinel.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vigie.common.kafka.Topics;
import io.vigie.common.message.AgentLogged;
import io.vigie.common.message.Ids;
import io.vigie.common.message.Message;
import io.vigie.common.message.RunTask;
import io.vigie.common.message.TaskFinished;
import io.vigie.common.message.TaskFinished.Outcome;
import io.vigie.common.message.TaskKind;
import io.vigie.common.testing.Wire;
import io.vigie.sentinel.FakeAlpaca;
import io.vigie.sentinel.Prints;
import io.vigie.sentinel.SentinelRun;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the orchestrator and people ask of the sentinel. */
class ScanIT {

	private static final String SYMBOL = "SCAN/USD";

	private static FakeAlpaca venue;
	private static SentinelRun run;
	private static Wire wire;

	@BeforeAll
	static void start() {
		venue = new FakeAlpaca();
		wire = new Wire();
		run = SentinelRun.of(venue, SYMBOL);
		await().atMost(Duration.ofSeconds(30)).until(() -> run.isUp("crypto-feed") && run.isUp("broker-api")
				&& run.isUp("stock-feed") && run.isUp("account-stream"));
		Prints.walk(SYMBOL, 300, Duration.ofSeconds(10)).forEach(venue::print);
	}

	@AfterAll
	static void stop() {
		run.close();
		wire.destroy();
		venue.close();
	}

	@Test
	void answersAScanOnceHoweverOftenItIsAsked() {
		Message<RunTask> task = task("sentinel", TaskKind.MARKET_SCAN, Instant.now().plusSeconds(60));
		await().until(() -> status().path("symbols").toString().contains("\"ticks\":300"));
		wire.sendTwice(Topics.TASKS, "sentinel", task);
		wire.sendTwice(Topics.TASKS, "sentinel", task);

		Message<TaskFinished> answer = wire.await(Topics.results("sentinel"), TaskFinished.class, it -> it.taskId()
				.equals(task.data().taskId()));
		assertThat(answer.data().outcome()).isEqualTo(Outcome.DONE);
		assertThat(answer.data().facts()).containsKeys("volatility", "most_volatile", "gainers", "losers", "symbols",
				"market_open", "tick_age_ms");
		assertThat(answer.causationId()).isEqualTo(task.id());
		assertThat(answer.correlationId()).isEqualTo(task.correlationId());
		AgentLogged diary = wire.await(Topics.logs("sentinel"), AgentLogged.class, it -> it.text()
				.startsWith("Looked over")).data();
		assertThat(diary.kind()).isEqualTo(AgentLogged.Kind.ACTION);

		awaitLater();
		assertThat(wire.received(Topics.results("sentinel"), TaskFinished.class).stream().filter(it -> it.data()
				.taskId().equals(task.data().taskId()))).hasSize(1);
	}

	@Test
	void saysSoWhenItIsTooLateOrNotItsBusiness() {
		Message<RunTask> late = task("sentinel", TaskKind.MARKET_SCAN, Instant.now().minusSeconds(1));
		Message<RunTask> odd = task("sentinel", TaskKind.RECONCILIATION, Instant.now().plusSeconds(60));
		Message<RunTask> foreign = task("executor", TaskKind.MARKET_SCAN, Instant.now().plusSeconds(60));
		wire.sendTwice(Topics.TASKS, "executor", foreign);
		wire.sendTwice(Topics.TASKS, "sentinel", late);
		wire.sendTwice(Topics.TASKS, "sentinel", odd);

		for (Message<RunTask> task : List.of(late, odd)) {
			assertThat(wire.await(Topics.results("sentinel"), TaskFinished.class, it -> it.taskId().equals(task.data()
					.taskId())).data().outcome())
				.isEqualTo(Outcome.SKIPPED);
		}
		awaitLater();
		assertThat(wire.received(Topics.results("sentinel"), TaskFinished.class)).noneMatch(it -> it.data().taskId()
				.equals(foreign.data().taskId()));
	}

	@Test
	void putsNonsenseIntoTheDeadLettersAndGoesOn() {
		byte[] nonsense = "{\"id\":".getBytes(StandardCharsets.UTF_8);
		wire.sendRaw(Topics.TASKS, "sentinel", nonsense);

		assertThat(wire.awaitDeadLetter(Topics.TASKS, nonsense).value()).isEqualTo(nonsense);
		awaitLater();
	}

	@Test
	void showsLinksAndSymbols() {
		await().until(() -> status().path("symbols").toString().contains("\"ticks\":300"));
		JsonNode status = status();

		assertThat(status.path("state").asString()).isEqualTo("UP");
		assertThat(status.path("market_open").asBoolean()).isTrue();
		assertThat(status.path("links").valueStream().map(it -> it.path("link").asString()))
			.containsExactly("account-stream", "broker-api", "crypto-feed", "stock-feed");
		assertThat(status.path("links").valueStream()).allSatisfy(it -> assertThat(it.path("since").asString())
				.isNotEmpty());
		JsonNode symbol = status.path("symbols").valueStream().filter(it -> it.path("symbol").asString().equals(SYMBOL))
				.findFirst().orElseThrow();
		assertThat(symbol.path("price").asString()).isNotEmpty();
		assertThat(symbol.path("age_ms").asLong()).isNotNegative();
		assertThat(symbol.path("bars").asLong()).isPositive();
	}

	@Test
	void measuresItself() throws Exception {
		assertThat(get("/actuator/prometheus")).contains("sentinel_ticks_total",
				"sentinel_ticks_dropped_total{cause=\"duplicate\"", "sentinel_bars_total",
				"sentinel_feed_age_seconds{link=\"crypto-feed\"", "sentinel_link_up{link=\"account-stream\"",
						"sentinel_link_reconnects_total");
		assertThat(get("/v3/api-docs")).contains("/sentinel/status", "/sentinel/bars");
	}

	/** What was sent before this is handled when its answer is there. */
	private static void awaitLater() {
		Message<RunTask> task = task("sentinel", TaskKind.SNAPSHOT, Instant.now().plusSeconds(60));
		wire.send(Topics.TASKS, "sentinel", task);
		wire.await(Topics.results("sentinel"), TaskFinished.class, it -> it.taskId().equals(task.data().taskId()));
	}

	private static Message<RunTask> task(String owner, TaskKind kind, Instant deadline) {
		UUID id = UUID.randomUUID();
		return Message.beginning(Ids.named(id), "orchestrator", owner, Instant.now(), new RunTask(id, kind, owner,
				Map.of(), 1, "A test wants it", deadline));
	}

	private static JsonNode status() {
		try {
			return JsonMapper.shared().readTree(get("/sentinel/status"));
		}
		catch (IOException | InterruptedException e) {
			throw new IllegalStateException(e);
		}
	}

	private static String get(String path) throws IOException, InterruptedException {
		return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(run.url() + path)).build(),
				HttpResponse.BodyHandlers.ofString()).body();
	}
}
