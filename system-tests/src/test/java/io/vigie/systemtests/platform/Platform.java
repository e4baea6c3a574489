package io.vigie.systemtests.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One platform per test run, brought up by {@code ./vigie up --detach} on free ports with a data folder of its own, and taken
 * down when the tests have ended.
 */
public final class Platform {

	static final List<String> SERVICES = List.of("sentinel", "analyst", "risk", "executor", "orchestrator", "health");

	private static final List<String> PARTS = List.of("postgres", "kafka", "simulator", "sentinel", "analyst", "risk", "executor",
			"orchestrator", "health");
	private static final class Once {

		static final Platform STARTED = new Platform(Path.of("target/vigie").toAbsolutePath()).up();
	}

	private final Path root = root();
	private final Path data;
	private final Map<String, Integer> ports = freePorts();

	private final Map<String, String> more;

	private Platform(Path data) {
		this(data, Map.of());
	}

	/** One of its own, besides the one that all share; nothing runs until it is brought up. */
	Platform(Path data, Map<String, String> more) {
		this.data = data;
		this.more = more;
	}

	public static Platform started() {
		return Once.STARTED;
	}

	int port(String part) {
		return ports.get(part);
	}

	Http http(String part) {
		return new Http("http://localhost:" + port(part));
	}

	/** What the command printed, and how it ended. */
	Said vigie(Map<String, String> more, String... arguments) {
		List<String> command = new ArrayList<>(List.of(root.resolve("vigie").toString()));
		command.addAll(List.of(arguments));
		try {
			Path out = Files.createTempFile("vigie", ".out");
			ProcessBuilder builder = new ProcessBuilder(command).directory(root.toFile())
				.redirectErrorStream(true)
				.redirectOutput(out.toFile())
				.redirectInput(Path.of("/dev/null").toFile());
			builder.environment().putAll(environment());
			builder.environment().putAll(more);
			Process process = builder.start();
			if (!process.waitFor(8, TimeUnit.MINUTES)) {
				process.destroyForcibly();
				throw new IllegalStateException("vigie " + String.join(" ", arguments) + " takes longer than 8 minutes:\n" + Files.readString(out));
			}
			return new Said(process.exitValue(), Files.readString(out));
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(e);
		}
	}

	Said vigie(String... arguments) {
		return vigie(Map.of(), arguments);
	}

	/** The process as the operating system knows it. */
	ProcessHandle process(String part) {
		try {
			String pid = Files.readString(data.resolve("run/" + part + ".pid")).strip().split(" ")[0];
			return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	String log(String part) {
		try {
			return Files.readString(data.resolve("logs/" + part + ".log"));
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	Map<String, String> environment() {
		Map<String, String> environment = new LinkedHashMap<>(Map.of("VIGIE_BUILD", "off", "VIGIE_DATA_DIR", data.toString(),
				"VIGIE_HEALTH_GRACE", "PT20S", "VIGIE_AUTO_HEAL_AFTER", "PT15S", "VIGIE_TRADERS_FILE",
				root.resolve("system-tests/src/test/resources/lively-bots.yaml").toUri().toString()));
		environment.putAll(more);
		ports.forEach((part, port) -> environment.put("VIGIE_" + part.toUpperCase(Locale.ROOT) + "_PORT", port.toString()));
		return environment;
	}

	private Platform up() {
		Runtime.getRuntime().addShutdownHook(new Thread(() -> vigie("down")));
		Said said = vigie("up", "--detach", "--fresh");
		if (said.exit() != 0) {
			throw new IllegalStateException("vigie up ended with " + said.exit() + ":\n" + said.text());
		}
		environment().forEach(System::setProperty);
		return this;
	}

	private static Path root() {
		Path folder = Path.of("").toAbsolutePath();
		while (!Files.exists(folder.resolve("vigie"))) {
			folder = folder.getParent();
		}
		return folder;
	}

	private static Map<String, Integer> freePorts() {
		Map<String, Integer> ports = new LinkedHashMap<>();
		List<ServerSocket> taken = new ArrayList<>();
		try {
			for (String part : PARTS) {
				ServerSocket socket = new ServerSocket(0);
				taken.add(socket);
				ports.put(part, socket.getLocalPort());
			}
			ServerSocket controller = new ServerSocket(0);
			taken.add(controller);
			ports.put("kafka_controller", controller.getLocalPort());
			for (ServerSocket socket : taken) {
				socket.close();
			}
			return ports;
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	record Said(int exit, String text) {
	}
}
