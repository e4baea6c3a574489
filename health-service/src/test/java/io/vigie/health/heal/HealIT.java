package io.vigie.health.heal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vigie.common.kafka.Topics;
import io.vigie.common.message.AgentLogged;
import io.vigie.common.testing.Wire;
import io.vigie.health.HealthTest;
import io.vigie.health.HealthTest.Stubs;
import io.vigie.health.MutableClock;
import io.vigie.health.Rest;
import io.vigie.health.system.SystemDesk;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@HealthTest
class HealIT {

	@Autowired
	private HealDesk heals;
	@Autowired
	private SystemDesk system;
	@Autowired
	private MutableClock clock;
	@Autowired
	private Wire wire;
	@Autowired
	private Rest rest;

	@BeforeEach
	void allWell() {
		Stubs.ANALYST.live();
		Stubs.RISK.live();
		Stubs.LAUNCHER.answer(200, "{\"did\":\"analyst, process 1 was killed; process 2 started\"}");
		Stubs.LAUNCHER.onRequest(Stubs.ANALYST::live);
		Stubs.LAUNCHER.forget();
		clock.advance(Duration.ofHours(2));
		rounds(2);
	}

	@Test
	void doesNothingWhenNothingIsDead() throws Exception {
		JsonNode report = heal("");
		assertThat(report.get("summary").asString()).isEqualTo("nothing is down, nothing was done");
		assertThat(Stubs.LAUNCHER.requests()).isEmpty();
	}

	@Test
	void restartsTheHungServiceAndShowsEvidenceBeforeAndAfter() throws Exception {
		Stubs.ANALYST.hang();
		JsonNode action = heal("").get("actions").get(0);
		assertThat(action.get("component").asString()).isEqualTo("analyst");
		assertThat(action.get("result").asString()).isEqualTo("HEALED");
		assertThat(action.get("before").asString()).startsWith("DOWN").contains("no answer within");
		assertThat(action.get("after").asString()).startsWith("UP");
		assertThat(action.get("why").asString()).isEqualTo("launcher: analyst, process 1 was killed; process 2 started");
		assertThat(Stubs.LAUNCHER.requests()).containsExactly("POST /processes/analyst/restart");
		assertThat(Stubs.LAUNCHER.authorizations()).containsExactly("Bearer secret-token");
		assertThat(rest.json(rest.get("/health/heals")).get(0).get("result").asString()).isEqualTo("HEALED");
		wire.await(Topics.logs("health"), AgentLogged.class, it -> it.text().startsWith("Healing analyst: HEALED"));
	}

	@Test
	void refusesARestartStorm() throws Exception {
		Stubs.LAUNCHER.onRequest(() -> {
		});
		Stubs.ANALYST.answer(500, "");
		assertThat(heal("").get("actions").get(0).get("result").asString()).isEqualTo("FAILED");
		JsonNode refused = heal("").get("actions").get(0);
		assertThat(refused.get("result").asString()).isEqualTo("REFUSED");
		assertThat(refused.get("why").asString()).contains("again only after");
		assertThat(Stubs.LAUNCHER.requests()).hasSize(1);
	}

	@Test
	void givesEverybodyWhoAsksMeanwhileTheSameReport() throws Exception {
		Stubs.ANALYST.hang();
		CompletableFuture<HealReport> one = heals.request(null);
		CompletableFuture<HealReport> other = heals.request(null);
		assertThat(other).isSameAs(one);
		one.join();
		assertThat(Stubs.LAUNCHER.requests()).hasSize(1);
	}

	@Test
	void saysWhatTheLauncherSaidWhenItRefuses() throws Exception {
		Stubs.ANALYST.answer(500, "");
		Stubs.LAUNCHER.onRequest(() -> {
		});
		Stubs.LAUNCHER.answer(401, "{\"detail\":\"wrong token\"}");
		JsonNode action = heal("?component=analyst").get("actions").get(0);
		assertThat(action.get("result").asString()).isEqualTo("FAILED");
		assertThat(action.get("why").asString()).contains("401", "wrong token").doesNotContain("secret-token");
	}

	@Test
	void healsByItselfOnlyWhatHasBeenDownForLong() {
		Stubs.ANALYST.hang();
		rounds(3);
		heals.healByItself();
		assertThat(Stubs.LAUNCHER.requests()).isEmpty();
		clock.advance(Duration.ofSeconds(45));
		heals.healByItself();
		await().untilAsserted(() -> assertThat(Stubs.LAUNCHER.requests()).containsExactly("POST /processes/analyst/restart"));
		await().untilAsserted(() -> assertThat(heals.last(1)).singleElement().satisfies(it -> {
			assertThat(it.trigger()).isEqualTo(Trigger.AUTOMATIC);
			assertThat(it.result()).isEqualTo(Result.HEALED);
		}));
		rounds(2);
	}

	@Test
	void leavesAloneWhatIsUpUnknownOrNoProcess() throws Exception {
		assertThat(heal("?component=risk").get("actions").get(0).get("result").asString()).isEqualTo("NOT_NEEDED");
		assertThat(heal("?component=grafana").get("actions").get(0).get("why").asString()).isEqualTo("grafana is not watched here");
		assertThat(Stubs.LAUNCHER.requests()).isEmpty();
	}

	@Test
	void refusesBadInputAndForeignPages() throws Exception {
		HttpResponse<String> bad = rest.post("/health/auto-heal?component=../../etc");
		assertThat(bad.statusCode()).isEqualTo(400);
		assertThat(bad.headers().firstValue("content-type").orElse("")).contains("problem+json");
		HttpResponse<String> foreign = rest.send(rest.request("/health/auto-heal")
			.header("Origin", "https://evil.example")
			.POST(java.net.http.HttpRequest.BodyPublishers.noBody()));
		assertThat(foreign.statusCode()).isEqualTo(403);
		assertThat(rest.get("/health/auto-heal").statusCode()).isEqualTo(405);
		for (String limit : new String[] { "0", "1001", "x" }) {
			assertThat(rest.get("/health/heals?limit=" + limit).statusCode()).isEqualTo(400);
		}
	}

	private JsonNode heal(String query) throws Exception {
		HttpResponse<String> answer = rest.post("/health/auto-heal" + query);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		return rest.json(answer);
	}

	private void rounds(int count) {
		for (int i = 0; i < count; i++) {
			system.round();
			clock.advance(Duration.ofSeconds(5));
		}
	}
}
