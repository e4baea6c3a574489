package io.vigie.executor.order;

import static io.vigie.executor.testing.VerdictFixtures.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.common.testing.SimulatorProcess;
import io.vigie.executor.testing.Solo;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A broker that has taken fields out of its answers over night, against the executor as it runs. */
class SimulatorDriftIT {

	private static final List<String> GONE = List.of("filled_qty", "status", "type", "side", "legs", "legs.qty", "created_at");

	@Test
	void tradesOnWithoutThemAndNamesThem(@TempDir Path folder) throws Exception {
		try (SimulatorProcess venue = SimulatorProcess.start(folder); Solo executor = new Solo("drifting", venue.address())) {
			await(() -> venue.print("DRIFT", "10"));
			executor.start();
			venue.post("/simulator/faults", "{\"do\":{\"kind\":\"fields_changed\",\"remove\":[\"" + String.join("\",\"", GONE)
					+ "\"]},\"on\":{\"path\":\"/v2/orders.*\"}}", 200);

			OrderDoor.intend(executor.context(), entry("trend", "DRIFT", "2", "10"));

			await(() -> {
				venue.print("DRIFT", "10");
				executor.context().getBean(Settlement.class).settleAll();
				assertThat(executor.jdbc.sql("select quantity from positions where symbol = 'DRIFT' and bot = 'trend'").query(BigDecimal.class).single())
					.isEqualByComparingTo("2");
				assertThat(executor.jdbc.sql("select role from orders where symbol = 'DRIFT' and state <> 'REJECTED' order by role").query(String.class).list())
					.containsExactly("ENTRY", "STOP_LOSS", "TAKE_PROFIT");
			});

			assertThat(venue.get("/v2/positions").get(0).path("qty").asString()).isEqualTo("2");
			JsonNode fills = venue.get("/v2/account/activities/FILL");
			assertThat(fills).hasSize(1);
			assertThat(executor.jdbc.sql("select sum(cash) from portfolios").query(BigDecimal.class).single())
				.isEqualByComparingTo(venue.get("/v2/account").path("cash").asString());
			MeterRegistry metrics = executor.context().getBean(MeterRegistry.class);
			assertThat(metrics.find("executor.venue.drift").counters()).extracting(it -> it.getId().getTag("field"))
				.contains("order.filled_qty", "order.status", "order.legs");
		}
	}

	private static void await(org.awaitility.core.ThrowingRunnable assertion) {
		Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(200)).ignoreExceptions().untilAsserted(assertion);
	}
}
