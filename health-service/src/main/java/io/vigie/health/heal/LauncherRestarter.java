package io.vigie.health.heal;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The launcher that started all processes, by its control API. */
final class LauncherRestarter implements Restarter {

	/** The launcher answers when the new process runs. */
	private static final Duration TIMEOUT = Duration.ofSeconds(45);

	private final String url;
	private final String token;
	private final RestartCall call;
	private final JsonMapper mapper;

	LauncherRestarter(String url, String token, RestartCall call, JsonMapper mapper) {
		this.url = url.replaceAll("/+$", "");
		this.token = token;
		this.call = call;
		this.mapper = mapper;
	}

	@Override
	public String restart(String component) {
		String answer = call.send(HttpRequest.newBuilder(URI.create(url + "/processes/" + component + "/restart"))
			.header("Authorization", "Bearer " + token)
			.timeout(TIMEOUT)
			.POST(HttpRequest.BodyPublishers.noBody())
			.build(), name());
		try {
			return "launcher: " + mapper.readTree(answer).path("did").asString("restarted " + component);
		}
		catch (JacksonException _) {
			return "launcher restarted " + component;
		}
	}

	@Override
	public String name() {
		return "the launcher";
	}
}
