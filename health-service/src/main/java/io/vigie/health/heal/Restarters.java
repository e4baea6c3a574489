package io.vigie.health.heal;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Finds out who can restart here: the launcher, Docker, or nobody. */
@Component
@EnableConfigurationProperties(HealSettings.class)
class Restarters implements AutoCloseable {

	private final HttpClient client = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(3))
		.build();
	private final Optional<Restarter> restarter;

	Restarters(HealSettings settings, JsonMapper mapper) {
		var call = new RestartCall(client);
		if (!settings.controlUrl().isEmpty()) {
			restarter = Optional.of(new LauncherRestarter(settings.controlUrl(), settings.controlToken(), call, mapper));
		}
		else if (!settings.dockerUrl().isEmpty()) {
			restarter = Optional.of(new DockerRestarter(settings.dockerUrl(), call));
		}
		else {
			restarter = Optional.empty();
		}
	}

	/** @throws RestartRefused */
	String restart(String component) {
		return restarter
			.orElseThrow(() -> new RestartRefused("nobody here can restart it: neither VIGIE_CONTROL_URL nor VIGIE_DOCKER_URL is set"))
			.restart(component);
	}

	boolean present() {
		return restarter.isPresent();
	}

	@Override
	public void close() {
		client.close();
	}
}
