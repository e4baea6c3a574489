package io.vigie.health.heal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.common.json.VigieJson;
import io.vigie.health.StubService;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestartersTests {

	private final StubService stub = new StubService();

	@AfterEach
	void close() {
		stub.close();
	}

	@Test
	void asksTheLauncherWithTheTokenAndRepeatsWhatItDid() {
		stub.answer(200, "{\"did\":\"risk, process 7 was killed; process 8 started\"}");
		assertThat(restart(stub.url() + "/", "")).isEqualTo("launcher: risk, process 7 was killed; process 8 started");
		assertThat(stub.requests()).containsExactly("POST /processes/risk/restart");
		assertThat(stub.authorizations()).containsExactly("Bearer very-secret");
	}

	@Test
	void takesALauncherOfFewWords() {
		stub.answer(200, "done");
		assertThat(restart(stub.url(), "")).isEqualTo("launcher restarted risk");
		stub.answer(200, "{}");
		assertThat(restart(stub.url(), "")).isEqualTo("launcher: restarted risk");
	}

	@Test
	void asksDockerForTheContainerAndShowsItNoToken() {
		stub.answer(204, "");
		assertThat(restart("", stub.url())).isEqualTo("Docker restarted the container vigie-risk");
		assertThat(stub.requests()).containsExactly("POST /containers/vigie-risk/restart?t=10");
		assertThat(stub.authorizations()).isEmpty();
	}

	@Test
	void prefersTheLauncher() {
		try (var docker = new StubService()) {
			restart(stub.url(), docker.url());
			assertThat(docker.requests()).isEmpty();
		}
	}

	@ParameterizedTest
	@CsvSource({ "404, no such container", "403, the gate does not let this through", "500, server error", "409, stopping" })
	void repeatsWhyItWasRefused(int status, String words) {
		stub.answer(status, words);
		assertThatThrownBy(() -> restart("", stub.url())).isInstanceOf(RestartRefused.class)
			.hasMessage("Docker answered " + status + ": " + words);
		assertThatThrownBy(() -> restart(stub.url(), "")).isInstanceOf(RestartRefused.class)
			.hasMessage("the launcher answered " + status + ": " + words);
	}

	@Test
	void cutsLongRefusalsShort() {
		stub.answer(500, "x".repeat(10_000));
		assertThatThrownBy(() -> restart("", stub.url())).satisfies(it -> assertThat(it.getMessage()).hasSizeLessThan(350));
	}

	@Test
	void saysWhoCanNotBeAsked() {
		stub.close();
		assertThatThrownBy(() -> restart(stub.url(), "")).isInstanceOf(RestartRefused.class)
			.hasMessageStartingWith("the launcher can't be asked");
	}

	@Test
	void saysThatNobodyIsThereToRestart() {
		assertThatThrownBy(() -> restart("", "")).isInstanceOf(RestartRefused.class)
			.hasMessageContainingAll("VIGIE_CONTROL_URL", "VIGIE_DOCKER_URL");
	}

	@Test
	void keepsTheTokenOutOfSight() {
		assertThat(settings("http://launcher", "").toString()).doesNotContain("very-secret");
	}

	private static String restart(String control, String docker) {
		try (var restarters = new Restarters(settings(control, docker), VigieJson.mapper())) {
			return restarters.restart("risk");
		}
	}

	private static HealSettings settings(String control, String docker) {
		return new HealSettings(true, Duration.ofSeconds(45), Duration.ofMinutes(1), 3, Duration.ofHours(1), Duration.ofSeconds(5),
				control, "very-secret", docker);
	}
}
