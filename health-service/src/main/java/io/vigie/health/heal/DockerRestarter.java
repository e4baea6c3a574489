package io.vigie.health.heal;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;

/** The Docker engine, behind a gate that lets nothing through but restarts of Vigie's own containers. */
final class DockerRestarter implements Restarter {

	private static final Duration TIMEOUT = Duration.ofSeconds(90);
	/** A hung process doesn't hear the polite request anyway. */
	private static final int SECONDS_TO_STOP = 10;

	private final String url;
	private final RestartCall call;

	DockerRestarter(String url, RestartCall call) {
		this.url = url.replaceAll("/+$", "");
		this.call = call;
	}

	@Override
	public String restart(String component) {
		call.send(HttpRequest.newBuilder(URI.create(url + "/containers/vigie-" + component + "/restart?t=" + SECONDS_TO_STOP))
			.timeout(TIMEOUT)
			.POST(HttpRequest.BodyPublishers.noBody())
			.build(), name());
		return "Docker restarted the container vigie-" + component;
	}

	@Override
	public String name() {
		return "Docker";
	}
}
