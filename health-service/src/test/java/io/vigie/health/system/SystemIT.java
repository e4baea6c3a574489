package io.vigie.health.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.common.kafka.Topics;
import io.vigie.common.message.AgentLogged;
import io.vigie.common.message.AlertRaised;
import io.vigie.common.message.AlertRaised.Severity;
import io.vigie.common.message.AlertResolved;
import io.vigie.common.message.Ids;
import io.vigie.common.message.Message;
import io.vigie.common.message.RunTask;
import io.vigie.common.message.TaskKind;
import io.vigie.common.testing.RealInfrastructure;
import io.vigie.common.testing.Wire;
import io.vigie.health.HealthTest;
import io.vigie.health.HealthTest.Stubs;
import io.vigie.health.MutableClock;
import io.vigie.health.Rest;
import io.vigie.health.probe.Probes;
import io.vigie.health.probe.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
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
	@Autowired
	private Probes probes;
	@Autowired
	private MeterRegistry metrics;

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
		// A group that has read nothing has nothing to lag behind.
		tellOfATask();
		await().untilAsserted(() -> {
			new Rounds(desk, probes, metrics).round();
			assertThat(rest.get("/actuator/prometheus").body()).contains("health_database_latency", "health_kafka_lag{group=\"health\"")
				.containsPattern("health_component_up\\{component=\"risk\"[^}]*} 1.0");
		});
		assertThat(rest.get("/v3/api-docs").body()).contains("/health/system", "/health/auto-heal", "/health/dead-letters");
	}

	@Test
	void saysHowManyMessagesWaitedForWhoWasAway() throws Exception {
		var partition = new TopicPartition(Topics.TASKS, 0);
		try (var admin = Admin.create(Map.of("bootstrap.servers", RealInfrastructure.addresses().kafka()))) {
			long end = admin.listOffsets(Map.of(partition, OffsetSpec.latest())).all().get().get(partition).offset();
			admin.alterConsumerGroupOffsets("analyst", Map.of(partition, new OffsetAndMetadata(end))).all().get();
			Stubs.ANALYST.answer(500, "no");
			rounds(2);
			for (int i = 0; i < 7; i++) {
				tellOfATask();
			}
			rounds(1);
			JsonNode analyst = rest.json(rest.get("/health/system")).get("components").get(0);
			assertThat(analyst.get("component").asString()).isEqualTo("analyst");
			assertThat(analyst.get("lag").get(Topics.TASKS).asLong()).isEqualTo(7);
			AlertRaised raised = wire.await(Topics.ALERTS, AlertRaised.class, it -> it.since().equals(desk.down().get("analyst"))).data();
			admin.alterConsumerGroupOffsets("analyst", Map.of(partition, new OffsetAndMetadata(end + 7))).all().get();
			Stubs.ANALYST.live();
			rounds(2);
			assertThat(wire.await(Topics.ALERTS, AlertResolved.class, it -> it.alertId().equals(raised.alertId())).data().summary())
				.contains("7 messages waited for it meanwhile (" + Topics.TASKS + " 7)");
		}
	}

	@Test
	void raisesASingleAlertOfAServiceThatHangsAndReturns() {
		Stubs.RISK.hang();
		Instant fell = clock.instant();
		rounds(2);
		assertThat(state("risk")).isEqualTo(State.DOWN);
		AlertRaised raised = wire.await(Topics.ALERTS, AlertRaised.class, it -> it.component().equals("risk") && it.since().equals(fell)).data();
		assertThat(raised.summary()).contains("no answer within 2000 ms");
		Stubs.RISK.live();
		rounds(2);
		wire.await(Topics.ALERTS, AlertResolved.class, it -> it.alertId().equals(raised.alertId()));
		assertThat(told(raised)).hasSize(1);
	}

	@Test
	void forgetsOldHistoryButNotThePresent() {
		Stubs.RISK.answer(500, "");
		rounds(2);
		Stubs.RISK.live();
		rounds(2);
		clock.advance(Duration.ofDays(31));
		desk.forgetOld();
		assertThat(jdbc.queryForObject("select count(*) from component_states where until_at is not null", Long.class)).isZero();
		assertThat(jdbc.queryForObject("select count(*) from component_states where component = 'risk'", Long.class)).isOne();
	}

	private List<Message<AlertRaised>> told(AlertRaised raised) {
		return wire.received(Topics.ALERTS, AlertRaised.class).stream().filter(it -> it.data().alertId().equals(raised.alertId())).toList();
	}

	private State state(String component) {
		return desk.view().components().stream().filter(it -> it.component().equals(component)).findFirst().orElseThrow().state();
	}

	/** Of somebody else's. */
	private void tellOfATask() {
		RunTask task = new RunTask(UUID.randomUUID(), TaskKind.MARKET_SCAN, "sentinel", Map.of(), 20, "because", clock.instant());
		wire.send(Topics.TASKS, "sentinel", Message.beginning(Ids.next(clock.instant()), "orchestrator", "sentinel", clock.instant(), task));
	}

	private void rounds(int count) {
		for (int i = 0; i < count; i++) {
			desk.round();
			clock.advance(Duration.ofSeconds(5));
		}
	}
}
