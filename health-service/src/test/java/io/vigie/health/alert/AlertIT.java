package io.vigie.health.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vigie.common.kafka.Topics;
import io.vigie.common.message.AlertRaised;
import io.vigie.common.message.AlertResolved;
import io.vigie.common.testing.Wire;
import io.vigie.health.HealthTest;
import io.vigie.health.Rest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@HealthTest
class AlertIT {

	@Autowired
	private Wire wire;
	@Autowired
	private Rest rest;

	@Test
	void passesOnWhatPrometheusAlertsOnceAndItsEnd() throws Exception {
		assertThat(rest.post("/health/alerts", webhook("firing", "2026-11-20T12:00:00Z")).statusCode()).isEqualTo(202);
		assertThat(rest.post("/health/alerts", webhook("firing", "2026-11-20T12:00:00Z")).statusCode()).isEqualTo(202);
		AlertRaised raised = wire.await(Topics.ALERTS, AlertRaised.class, it -> it.component().equals("prometheus:MemoryRunsOut:analyst")).data();
		assertThat(raised.summary()).isEqualTo("analyst keeps 93 % of its heap");
		rest.post("/health/alerts", webhook("resolved", "2026-11-20T12:00:00Z"));
		rest.post("/health/alerts", webhook("resolved", "2026-11-20T12:00:00Z"));
		wire.await(Topics.ALERTS, AlertResolved.class, it -> it.alertId().equals(raised.alertId()));
		await().untilAsserted(() -> assertThat(rest.json(rest.get("/health/alerts?limit=5")).get(0).get("resolution").asString())
			.startsWith("MemoryRunsOut of analyst is over"));
		assertThat(wire.received(Topics.ALERTS, AlertRaised.class).stream().filter(it -> it.data().alertId().equals(raised.alertId()))).hasSize(1);
		assertThat(wire.received(Topics.ALERTS, AlertResolved.class).stream().filter(it -> it.data().alertId().equals(raised.alertId()))).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{", "[]", "{}", "{\"alerts\":[]}", "{\"alerts\":[{}]}", "{\"alerts\":[null]}",
			"{\"alerts\":[{\"status\":\"maybe\",\"labels\":{},\"startsAt\":\"2026-11-20T12:00:00Z\"}]}",
			"{\"alerts\":[{\"status\":\"firing\",\"labels\":{\"alertname\":null},\"startsAt\":\"2026-11-20T12:00:00Z\"}]}",
			"{\"alerts\":[{\"status\":\"firing\",\"labels\":{},\"startsAt\":\"yesterday\"}]}" })
	void refusesBadWebhooks(String body) throws Exception {
		HttpResponse<String> answer = rest.post("/health/alerts", body);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
		assertThat(answer.headers().firstValue("content-type").orElse("")).contains("problem+json");
	}

	@Test
	void refusesTooManyAlertsAtOnceAndTooLongOnes() throws Exception {
		String one = "{\"status\":\"firing\",\"labels\":{\"alertname\":\"" + "x".repeat(301) + "\"},\"startsAt\":\"2026-11-20T12:00:00Z\"}";
		assertThat(rest.post("/health/alerts", "{\"alerts\":[" + one + "]}").statusCode()).isEqualTo(400);
		String short1 = "{\"status\":\"firing\",\"labels\":{},\"startsAt\":\"2026-11-20T12:00:00Z\"}";
		assertThat(rest.post("/health/alerts", "{\"alerts\":[" + (short1 + ",").repeat(100) + short1 + "]}").statusCode()).isEqualTo(400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "1001", "x" })
	void refusesBadLimits(String limit) throws Exception {
		assertThat(rest.get("/health/alerts?limit=" + limit).statusCode()).isEqualTo(400);
	}

	private static String webhook(String status, String startsAt) {
		return """
				{"version":"4","status":"%s","receiver":"health","alerts":[{"status":"%1$s","labels":{"alertname":"MemoryRunsOut",
				"service":"analyst","severity":"warning"},"annotations":{"summary":"analyst keeps 93 %% of its heap","description":"look"},
				"startsAt":"%s","endsAt":"2026-11-20T12:05:00Z","generatorURL":"","fingerprint":"ab"}]}""".formatted(status, startsAt);
	}
}
