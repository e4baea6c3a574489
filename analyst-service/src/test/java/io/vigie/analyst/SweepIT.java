package io.vigie.analyst;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.backtest.data.BuiltIn;
import io.vigie.backtest.data.Resampled;
import io.vigie.backtest.sweep.Choice;
import io.vigie.backtest.sweep.Grid;
import io.vigie.backtest.sweep.Outcome;
import io.vigie.backtest.sweep.Study;
import io.vigie.common.json.VigieJson;
import io.vigie.common.testing.RealInfrastructure;
import io.vigie.engine.backtest.Assumptions;
import io.vigie.engine.backtest.Backtest;
import io.vigie.engine.backtest.PositionSize;
import io.vigie.engine.market.Bar;
import io.vigie.engine.market.Timeframe;
import io.vigie.engine.strategy.Strategies;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Two instances share a sweep of ten thousand trials, and one of them is killed over it. */
class SweepIT {

	private static final int TRIALS = 10_000;
	private static final String RANGES = "fast=1:100,slow=101:200";
	private static final Duration PATIENCE = Duration.ofMinutes(3);
	private static final JsonMapper MAPPER = VigieJson.mapper();

	private final StubSentinel sentinel = new StubSentinel();

	@TempDir
	private Path folder;

	@AfterEach
	void close() {
		sentinel.close();
	}

	@Test
	void losesNothingAndCountsNothingTwiceWhenAnInstanceIsKilled() throws IOException {
		RealInfrastructure.addresses();
		try (var analysts = new Analysts("analyst-sweep", sentinel, List.of("SWEEP/USD"))) {
			ConfigurableApplicationContext survivor = analysts.start();
			Process killed = analysts.startApart(folder);
			Awaitility.await().atMost(PATIENCE).until(() -> Analysts.partitions(survivor, "backtests") == 3);
			var door = new AnalystDoor(survivor.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
			UUID id = door.askForBacktest("{\"strategy\":\"sma-cross\",\"data\":\"AAPL\",\"sweep\":\"%s\"}".formatted(RANGES));

			Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> door.backtest(id).get("done").asInt() >= TRIALS / 10);
			killed.destroyForcibly();
			assertThat(door.backtest(id).get("done").asInt()).isLessThan(TRIALS);

			Awaitility.await().atMost(PATIENCE).until(() -> !door.backtest(id).get("state").asString().equals("RUNNING"));
			assertThat(Analysts.partitions(survivor, "backtests")).isEqualTo(6);
			assertThat(door.backtest(id).get("state").asString()).isEqualTo("DONE");
			assertThat(door.backtest(id).get("done").asInt()).isEqualTo(TRIALS);
			assertThat(door.backtest(id).get("result").get("verdict").asString()).startsWith("refused");
			check(outcomes(survivor, id));
		}
	}

	/** Every trial once, and what it says is what it says when it is run here. */
	private static void check(List<Outcome> outcomes) {
		assertThat(outcomes).extracting(Outcome::number).containsExactlyElementsOf(IntStream.range(0, TRIALS).boxed().toList());
		List<Bar> bars = Resampled.bars(BuiltIn.AAPL.read(), Timeframe.D1);
		Assumptions assumptions = Assumptions.plain(Backtest.instrumentOf(bars), new BigDecimal("100000"))
			.with(new PositionSize.OfEquity(BigDecimal.ONE));
		Study study = new Study(Strategies.named("sma-cross"), bars, assumptions);
		Choice choice = Choice.all(Grid.parse(RANGES), Map.of());
		for (int i = 0; i < TRIALS; i += 7) {
			assertThat(outcomes.get(i)).isEqualTo(study.outcome(i, choice.at(i)));
		}
	}

	private static List<Outcome> outcomes(ConfigurableApplicationContext context, UUID id) {
		return context.getBean(JdbcClient.class).sql("select outcome from backtest_trials where backtest_id = ? order by number").param(id)
			.query((row, _) -> MAPPER.readValue(row.getString(1), Outcome.class))
			.list();
	}
}
