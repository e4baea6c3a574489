package io.vigie.health.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vigie.common.kafka.Topics;
import io.vigie.common.message.AlertRaised;
import io.vigie.common.message.AlertRaised.Severity;
import io.vigie.common.message.AlertResolved;
import io.vigie.common.testing.RealInfrastructure;
import io.vigie.common.testing.Wire;
import io.vigie.health.HealthTest;
import io.vigie.health.HealthTest.Stubs;
import io.vigie.health.MutableClock;
import io.vigie.health.Rest;
import io.vigie.health.Wall;
import io.vigie.health.probe.State;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** The database goes away for real, under a service that has its history there. */
@HealthTest
@DirtiesContext
class OutageIT {

	private static final URI DATABASE = URI.create(RealInfrastructure.addresses().databaseUrl().replace("jdbc:", ""));
	private static final Wall WALL = new Wall(DATABASE.getHost(), DATABASE.getPort());

	@Autowired
	private SystemDesk desk;
	@Autowired
	private MutableClock clock;
	@Autowired
	private Wire wire;
	@Autowired
	private Rest rest;

	@DynamicPropertySource
	static void throughTheWall(DynamicPropertyRegistry registry) {
		registry.add("spring.datasource.url",
				() -> "jdbc:postgresql://localhost:" + WALL.port() + DATABASE.getPath() + "?currentSchema=health&socketTimeout=30");
		registry.add("spring.datasource.hikari.connection-timeout", () -> "1000");
	}

	@AfterAll
	static void close() {
		WALL.close();
	}

	@Test
	void goesOnWatchingAndTellingWhileTheDatabaseIsAwayAndWritesItDownLater() throws Exception {
		clock.advance(Duration.ofDays(100));
		Stubs.ANALYST.live();
		Stubs.RISK.live();
		rounds(2);
		Instant fell = clock.instant();
		WALL.cut();
		Stubs.ANALYST.answer(503, "{\"status\":\"DOWN\",\"components\":{\"db\":{\"status\":\"DOWN\"}}}");
		Stubs.RISK.hang();
		rounds(3);
		AlertRaised raised = wire.await(Topics.ALERTS, AlertRaised.class, it -> it.component().equals("postgres") && it.since().equals(fell)).data();
		assertThat(raised.severity()).isEqualTo(Severity.CRITICAL);
		JsonNode system = rest.json(rest.get("/health/system"));
		assertThat(system.get("overall").asString()).isEqualTo(State.DOWN.name());
		assertThat(rest.get("/health/alerts").statusCode()).isEqualTo(503);

		WALL.mend();
		Stubs.ANALYST.live();
		Stubs.RISK.live();
		await().untilAsserted(() -> {
			rounds(1);
			assertThat(desk.down()).isEmpty();
		});
		AlertResolved resolved = wire.await(Topics.ALERTS, AlertResolved.class, it -> it.alertId().equals(raised.alertId())).data();
		assertThat(resolved.summary()).startsWith("postgres is up again: was DOWN from " + fell).contains("affected meanwhile: analyst, risk");
		await().untilAsserted(() -> assertThat(rest.json(rest.get("/health/alerts?limit=1")).get(0).get("resolution").asString())
			.isEqualTo(resolved.summary()));
		assertThat(wire.received(Topics.ALERTS, AlertRaised.class)).as("one outage, one alert")
			.filteredOn(it -> !it.data().since().isBefore(fell))
			.extracting(it -> it.data().component())
			.containsExactly("postgres");
	}

	private void rounds(int count) {
		for (int i = 0; i < count; i++) {
			desk.round();
			clock.advance(Duration.ofSeconds(5));
		}
	}
}
