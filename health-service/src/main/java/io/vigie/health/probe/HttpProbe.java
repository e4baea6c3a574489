package io.vigie.health.probe;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks a service how it is. No answer is DOWN, and so is one that says that the process itself is broken; a service that
 * answers but lacks something else is DEGRADED and names what it lacks: restarting it would not help.
 */
final class HttpProbe implements Probe {

	private static final int MAX_ANSWER_BYTES = 64 * 1024;
	/** Whoever waits for these in vain may take longer to say so than anybody waits for it. */
	private static final Set<String> GROUND = Set.of("postgres", "kafka");

	private final String component;
	private final URI url;
	private final HttpClient client;
	private final JsonMapper mapper;
	private final ProbeSettings settings;
	private final Clock clock;

	HttpProbe(String component, String base, HttpClient client, JsonMapper mapper, ProbeSettings settings, Clock clock) {
		this.component = component;
		this.url = URI.create(base.replaceAll("/+$", "") + "/actuator/health");
		this.client = client;
		this.mapper = mapper;
		this.settings = settings;
		this.clock = clock;
	}

	@Override
	public String component() {
		return component;
	}

	@Override
	public Reading look() {
		long start = System.nanoTime();
		try {
			HttpResponse<InputStream> answer = client.send(HttpRequest.newBuilder(url).timeout(settings.timeout()).build(),
					HttpResponse.BodyHandlers.ofInputStream());
			try (InputStream body = answer.body()) {
				byte[] bytes = body.readNBytes(MAX_ANSWER_BYTES);
				return judge(answer.statusCode(), bytes, Duration.ofNanos(System.nanoTime() - start));
			}
		}
		catch (IOException e) {
			Reading reading = reading(State.DOWN, silence(e), Duration.ofNanos(System.nanoTime() - start));
			return isHang(e) ? reading.blaming(GROUND) : reading;
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return reading(State.DOWN, "no answer within " + settings.timeout().toMillis() + " ms", Duration.ofNanos(System.nanoTime() - start));
		}
	}

	private Reading judge(int status, byte[] body, Duration took) {
		JsonNode health = parse(body);
		String word = health == null ? "" : health.path("status").asString("");
		if (status == 200 && word.equals("UP")) {
			return took.compareTo(settings.slow()) > 0
					? reading(State.DEGRADED, "answers slowly, in " + took.toMillis() + " ms", took)
					: reading(State.UP, "answers in " + took.toMillis() + " ms", took);
		}
		if (health == null || word.isEmpty()) {
			return reading(State.DOWN, "answers " + status + ", but not about its health", took);
		}
		Set<String> failing = failing(health.path("components"));
		if (failing.contains("livenessState")) {
			return reading(State.DOWN, "says that its process is broken", took);
		}
		Reading reading = reading(State.DEGRADED, "says " + word + (failing.isEmpty() ? "" : ", for lack of " + String.join(", ", failing)), took);
		return reading.blaming(suspects(failing));
	}

	private static Set<String> failing(JsonNode components) {
		Set<String> failing = new LinkedHashSet<>();
		components.properties().forEach(it -> {
			String status = it.getValue().path("status").asString("UP");
			if (!status.equals("UP") && !status.equals("UNKNOWN") && failing.size() < 10) {
				failing.add(it.getKey());
			}
		});
		return failing;
	}

	/** Only those whose every complaint is about a component that is watched by itself are mere victims. */
	private static Set<String> suspects(Set<String> failing) {
		Set<String> suspects = new LinkedHashSet<>();
		for (String indicator : failing) {
			switch (indicator) {
				case "db" -> suspects.add("postgres");
				case "kafka" -> suspects.add("kafka");
				case "readinessState" -> {
				}
				default -> {
					return Set.of();
				}
			}
		}
		return suspects;
	}

	private @Nullable JsonNode parse(byte[] body) {
		try {
			JsonNode node = mapper.readTree(body);
			return node != null && node.isObject() ? node : null;
		}
		catch (JacksonException _) {
			return null;
		}
	}

	private static boolean isHang(IOException e) {
		return e instanceof HttpTimeoutException && !(e instanceof HttpConnectTimeoutException);
	}

	private String silence(IOException e) {
		return switch (e) {
			case HttpConnectTimeoutException _ -> "can't be reached";
			case HttpTimeoutException _ -> "no answer within " + settings.timeout().toMillis() + " ms";
			case ConnectException _ -> "refuses connections";
			default -> "breaks off the connection";
		};
	}

	private Reading reading(State state, String why, Duration took) {
		return Reading.of(component, state, why, took, clock.instant());
	}
}
