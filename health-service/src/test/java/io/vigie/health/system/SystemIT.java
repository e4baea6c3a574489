package io.vigie.health.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.common.kafka.Topics;
import io.vigie.common.message.AgentLogged;
import io.vigie.common.message.AlertRaised;
import io.vigie.common.message.AlertRaised.Severity;
import io.vigie.common.message.AlertResolved;
import io.vigie.common.message.Message;
import io.vigie.common.testing.Wire;
import io.vigie.health.HealthTest;
import io.vigie.health.HealthTest.Stubs;
import io.vigie.health.MutableClock;
import io.vigie.health.Rest;
import io.vigie.health.probe.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

@HealthTest
class SystemIT {

	@Autowired
	private SystemDesk desk;
	@Autowired
	private MutableClock clock;
	@Autowired
	private Wire wire;
	@Autowired
	private Rest rest;
	@Autowired
	private JdbcTemplate jdbc;

	@BeforeEach
	void allWell() {
		Stubs.ANALYST.live();
		Stubs.RISK.live();
		clock.advance(Duration.ofHours(1));
		rounds(2);
	}

	@Test
	void showsEveryComponentWithStateSinceAndWhy() throws Exception {
		JsonNode system = rest.json(rest.get("/health/system"));
		assertThat(system.get("overall").asString()).isEqualTo("UP");
		assertThat(system.get("components").valueStream().map(it -> it.get("component").asString()))
			.containsExactly("analyst", "disk", "kafka", "postgres", "risk");
		assertThat(system.get("components")).allSatisfy(it -> {
			assertThat(it.get("why").asString()).isNotBlank();
			assertThat(it.get("since").asString()).isNotBlank();
			assertThat(it.get("last_probe_at").asString()).isNotBlank();
		});
		assertThat(system.findValue("max_connections")).isNotNull();
	}

	@Test
	void tellsOnceOfAFallAndOnceOfTheReturnWithHowLongItTook() {
		Stubs.ANALYST.answer(500, "no");
		rounds(1);
		assertThat(state("analyst")).isEqualTo(State.UP);
		Instant fell = clock.instant().minusSeconds(5);
		rounds(4);
		assertThat(state("analyst")).isEqualTo(State.DOWN);
		AlertRaised raised = wire.await(Topics.ALERTS, AlertRaised.class, it -> it.since().equals(fell)).data();
		assertThat(raised.severity()).isEqualTo(Severity.CRITICAL);
		assertThat(raised.component()).isEqualTo("analyst");
		Stubs.ANALYST.live();
		rounds(4);
		AlertResolved resolved = wire.await(Topics.ALERTS, AlertResolved.class, it -> it.alertId().equals(raised.alertId())).data();
		assertThat(resolved.summary()).contains("was DOWN from " + fell, "(25 s;", "messages waited for it");
		wire.await(Topics.logs("health"), AgentLogged.class, it -> it.text().equals(resolved.summary()));
		assertThat(told(raised)).hasSize(1);
		assertThat(jdbc.queryForObject("select resolution from alerts where id = ?", String.class, raised.alertId()))
			.isEqualTo(resolved.summary());
		assertThat(jdbc.queryForList("select state from component_states where component = 'analyst' and since_at >= ? order by since_at",
				String.class, java.sql.Timestamp.from(fell)))
			.containsExactly("DOWN", "UP");
	}

	@Test
	void tellsOfOneCauseOnce() {
		Stubs.RISK.answer(503, "{\"status\":\"DOWN\",\"components\":{\"kafka\":{\"status\":\"DOWN\"}}}");
		rounds(3);
		assertThat(state("risk")).isEqualTo(State.DEGRADED);
		AlertRaised own = wire.await(Topics.ALERTS, AlertRaised.class, it -> it.component().equals("risk")).data();
		assertThat(own.severity()).as("the broker is fine, so the service is told of itself").isEqualTo(Severity.WARNING);
	}

	@Test
	void showsStatesAndLagAsMetrics() throws Exception {
		assertThat(rest.get("/actuator/prometheus").body()).contains("health_database_latency");
		assertThat(rest.get("/v3/api-docs").body()).contains("/health/system", "/health/auto-heal", "/health/dead-letters");
	}

	private List<Message<AlertRaised>> told(AlertRaised raised) {
		return wire.received(Topics.ALERTS, AlertRaised.class).stream().filter(it -> it.data().alertId().equals(raised.alertId())).toList();
	}

	private State state(String component) {
		return desk.view().components().stream().filter(it -> it.component().equals(component)).findFirst().orElseThrow().state();
	}

	private void rounds(int count) {
		for (int i = 0; i < count; i++) {
			desk.round();
			clock.advance(Duration.ofSeconds(5));
		}
	}
}
