package io.vigie.analyst.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.analyst.AnalystTest;
import io.vigie.analyst.MarketFixtures;
import io.vigie.analyst.StubSentinel;
import io.vigie.backtest.sweep.Outcome;
import io.vigie.backtest.sweep.Sweep;
import io.vigie.common.kafka.Topics;
import io.vigie.common.message.BacktestMessage;
import io.vigie.common.message.Ids;
import io.vigie.common.message.Message;
import io.vigie.common.message.RunTrials;
import io.vigie.common.testing.Wire;
import io.vigie.engine.market.Bar;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Backtests asked for over HTTP, against a real broker and database. */
@AnalystTest
@TestPropertySource(properties = {"spring.kafka.consumer.group-id=analyst-backtest", "vigie.analyst.backtest-queue=3",
		"vigie.analyst.backtest-trials=1000"})
class BacktestIT {

	@Autowired
	private Wire wire;

	@Autowired
	private StubSentinel sentinel;

	@Autowired
	private JdbcClient client;

	@Autowired
	private Backtests backtests;

	@Autowired
	private Pasts pasts;

	@LocalServerPort
	private int port;

	@Test
	void runsOneAndTellsWhatCameOfIt() {
		JsonNode done = finished(post("'strategy': 'sma-cross', 'data': 'AAPL', 'monte_carlo': 100, 'check': true"));

		assertThat(done.get("state").asString()).isEqualTo("DONE");
		assertThat(done.get("done").asInt()).isEqualTo(1);
		JsonNode result = done.get("result");
		assertThat(result.get("figures").get("trades").asInt()).isEqualTo(7);
		assertThat(result.get("verdict").asString()).startsWith("refused, because the warm-up check failed: 252 bars are too few to tell");
		assertThat(result.get("findings").values()).extracting(it -> it.get("title").asString())
			.containsExactly("Verdict: refused", "Trades drawn anew", "Checks");
		assertThat(result.get("trades").get(0).get("entry_price").asString()).isEqualTo("457.69");
	}

	@Test
	void runsOnWhatThePlatformHasStoredByThen() {
		List<Bar> stored = MarketFixtures.walk("SOL/USD", 7, 400);
		sentinel.keep(stored.subList(0, 300));
		sentinel.keep(MarketFixtures.walk("BTC/USD", 9, 400));
		UUID alone = post("'strategy': 'sma-cross', 'data': 'SOL/USD', 'sweep': 'fast=2:11,slow=12:31'");
		UUID pair = post("'strategy': 'pair-reversion', 'data': 'SOL/USD', 'reference': 'BTC/USD'");
		sentinel.keep(stored.subList(300, 400));

		JsonNode done = finished(alone);
		assertThat(done.get("request").get("to").asString()).isEqualTo(stored.get(299).closeAt().toString());
		assertThat(done.get("result").get("figures").get("bars").asInt()).isEqualTo(300);
		assertThat(finished(pair).get("result").get("figures").get("bars").asInt()).isEqualTo(300);
	}

	@Test
	void gathersASweepAsIfOneHadRunItAtOnceHoweverOftenItsMessagesCome() {
		wire.listen(Topics.BACKTESTS);
		String request = "'strategy': 'sma-cross', 'data': 'AAPL', 'sweep': 'fast=2:31,slow=25:54'";
		UUID id = post(request);
		Message<BacktestMessage> again = Message
			.beginning(Ids.named("again", id), "analyst", "analyst", Instant.now(), new RunTrials(id, 100, 300));
		wire.sendTwice(Topics.BACKTESTS, "again", again);
		JsonNode done = finished(id);
		wire.sendTwice(Topics.BACKTESTS, "again", again);

		Assignment assignment = Assignment.of(AssignmentTests.request(request), pasts);
		Sweep alone = Sweep.run(assignment.study(), assignment.choice(), 2, _ -> {
		});
		List<Outcome> gathered = backtests.outcomes(id);
		assertThat(gathered).hasSize(900).extracting(Outcome::number).isSorted().doesNotHaveDuplicates();
		assertThat(Sweep.of(gathered)).isEqualTo(alone);
		assertThat(done.get("done").asInt()).isEqualTo(900);
		assertThat(done.get("result").get("findings").get(1).get("title").asString()).isEqualTo("Parameters tried: " + alone.ranked().size());
		assertThat(done.get("result").get("parameters").get("fast").asString())
			.isEqualTo(alone.ranked().getFirst().parameters().get("fast").toPlainString());
	}

	@Test
	void refusesWithAProblemWhatCannotBeRun() {
		assertThat(refused(400, "'data': 'AAPL'")).contains("strategy must not be blank");
		assertThat(refused(400, "'strategy': 'sma-cross', 'data': 'GOLD'")).contains("No bars of GOLD in 1m are stored");
		assertThat(refused(400, "'strategy': 'sma-cross', 'data': 'AAPL', 'source': 'ELSEWHERE'")).contains("request");
		sentinel.down();
		assertThat(refused(503, "'strategy': 'sma-cross', 'data': 'GOLD'")).contains("try again");
		sentinel.up();
		assertThat(refused(400, "'strategy': 'sma-cross', 'data': 'AAPL', 'fees': 0.5")).contains("fees must be less than or equal to 0.05");
		assertThat(refused(400, "'strategy': 'sma-cross', 'data': 'AAPL', 'sweep': 'fast=1:99,slow=1:99'"))
			.contains("9801 trials are too many, at most 1000 are run");
		assertThat(refused(400, "'strategy': 'sma-cross', 'data': 'AAPL', 'sweep': 'fast=1:9,slow=11:99', 'walk_forward': 9"))
			.contains("801 trials in 9 stretches are too many");
		assertThat(refused(413, "'strategy': '" + "x".repeat(20_000) + "'")).contains("16384 bytes at most");
		assertThat(get("/analyst/backtests/" + new UUID(1, 2)).getBody()).contains("There is no backtest");
	}

	@Test
	void refusesMoreThanItsQueueHolds() {
		List<UUID> stuck = List.of(new UUID(7, 1), new UUID(7, 2), new UUID(7, 3));
		stuck.forEach(it -> client
			.sql("insert into backtests (id, request, trials) values (?, '{\"strategy\":\"x\",\"data\":\"y\"}', 1)").param(it).update());
		try {
			assertThat(refused(429, "'strategy': 'sma-cross', 'data': 'AAPL'")).contains("Too many backtests are unfinished");
			assertThat(get("/analyst/backtests?limit=2").getBody()).contains("RUNNING");
		}
		finally {
			client.sql("delete from backtests where strpos(id::text, '00000000-0000-0007') = 1").update();
		}
	}

	private UUID post(String json) {
		ResponseEntity<String> answer = send(json);
		assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(202);
		return UUID.fromString(JsonMapper.shared().readTree(answer.getBody()).get("id").asString());
	}

	private String refused(int status, String json) {
		ResponseEntity<String> answer = send(json);
		assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(status);
		assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
		return String.valueOf(answer.getBody());
	}

	private JsonNode finished(UUID id) {
		return Awaitility.await().until(() -> JsonMapper.shared().readTree(get("/analyst/backtests/" + id).getBody()),
				it -> !it.get("state").asString().equals("RUNNING"));
	}

	private ResponseEntity<String> send(String json) {
		byte[] body = ("{" + json.replace('\'', '"') + "}").getBytes(StandardCharsets.UTF_8);
		return http().post().uri("/analyst/backtests").contentType(MediaType.APPLICATION_JSON).contentLength(body.length).body(body)
			.retrieve().onStatus(HttpStatusCode::isError, (_, _) -> {
			}).toEntity(String.class);
	}

	private ResponseEntity<String> get(String path) {
		return http().get().uri(path).retrieve().onStatus(HttpStatusCode::isError, (_, _) -> {
		}).toEntity(String.class);
	}

	private RestClient http() {
		return RestClient.builder().requestFactory(new JdkClientHttpRequestFactory()).baseUrl("http://localhost:" + port).build();
	}
}
