package io.vigie.local.cli;

import io.vigie.local.process.PidFile;
import io.vigie.local.process.Processes;
import io.vigie.local.process.Status;
import io.vigie.local.setting.Component;
import io.vigie.local.setting.Layout;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What runs at the moment, seen from another process: the supervisor, and what an earlier one may have left behind. */
final class Running {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final Duration LIMIT = Duration.ofSeconds(5);

	private static final Duration STOP_LIMIT = Duration.ofSeconds(40);

	private static final int PATIENCE = 15;

	/** A process whose supervisor is gone. */
	record Leftover(Component component, ProcessHandle process) {
	}

	private final HttpClient http = HttpClient.newHttpClient();

	private final Layout layout;

	Running(Layout layout) {
		this.layout = layout;
	}

	Optional<ProcessHandle> supervisor() {
		return new PidFile(layout.run().resolve(Supervision.PID)).read();
	}

	/** The same for one question asked: a supervisor that was only just started or killed gets a moment. */
	Optional<List<Status>> processesPatiently() throws InterruptedException {
		Optional<List<Status>> answer = processes();
		for (int i = 0; i < PATIENCE && answer.isEmpty() && supervisor().isPresent(); i++) {
			Thread.sleep(200);
			answer = processes();
		}
		return answer;
	}

	/** What the supervisor says of its processes; empty when there is none, or it does not answer. */
	Optional<List<Status>> processes() {
		Path file = layout.run().resolve(Supervision.ADDRESS);
		if (supervisor().isEmpty() || !Files.isRegularFile(file)) {
			return Optional.empty();
		}
		try {
			HttpRequest request = HttpRequest.newBuilder(URI.create(Files.readString(file).strip() + "/processes"))
					.timeout(LIMIT).build();
			JsonNode answer = JSON.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
			return Optional.of(answer.path("processes").valueStream().map(node -> JSON.treeToValue(node, Status.class)).toList());
		}
		catch (IOException | IllegalArgumentException e) {
			// Nobody answers there, or the address is being written just now.
			return Optional.empty();
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return Optional.empty();
		}
	}

	/** Processes that run although nobody watches over them. */
	List<Leftover> leftovers() {
		if (supervisor().isPresent()) {
			return List.of();
		}
		return Arrays.stream(Component.values()).flatMap(component -> pidFile(component).read()
				.map(process -> new Leftover(component, process)).stream()).toList();
	}

	/** Stops leftovers, services first, and tells how many there were. */
	int stopLeftovers() {
		List<Leftover> found = leftovers();
		List<Thread> services = found.stream().filter(leftover -> leftover.component().isService())
				.map(leftover -> Thread.ofVirtual().start(() -> stop(leftover))).toList();
		services.forEach(Running::join);
		found.stream().filter(leftover -> !leftover.component().isService()).sorted(
				(a, b) -> b.component().compareTo(a.component())).forEach(this::stop);
		return found.size();
	}

	private void stop(Leftover leftover) {
		Processes.stop(leftover.process(), leftover.component() == Component.POSTGRES ? "INT" : "TERM", STOP_LIMIT);
		pidFile(leftover.component()).delete();
	}

	private PidFile pidFile(Component component) {
		return new PidFile(layout.run().resolve(component.label() + ".pid"));
	}

	private static void join(Thread thread) {
		try {
			thread.join();
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}
}
