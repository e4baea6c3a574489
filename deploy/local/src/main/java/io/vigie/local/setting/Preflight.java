package io.vigie.local.setting;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What must hold before anything starts; each violation is one sentence that says what to do. */
public final class Preflight {

	static final long LEAST_FREE_BYTES = 2_000_000_000L;

	static final long LEAST_MEMORY_BYTES = 4_000_000_000L;

	private final Settings settings;
	private final Layout layout;

	public Preflight(Settings settings, Layout layout) {
		this.settings = settings;
		this.layout = layout;
	}

	/** Every port that is taken or asked for twice. */
	public List<String> ports() {
		List<String> problems = new ArrayList<>();
		Map<Integer, String> owners = new HashMap<>();
		for (Component component : Component.values()) {
			check(component.label(), component.portVariable(), settings.port(component), owners, problems);
		}
		check("kafka", "VIGIE_KAFKA_CONTROLLER_PORT", settings.kafkaControllerPort(), owners, problems);
		return problems;
	}

	/** Free space where the data will lie. */
	public Optional<String> disk() {
		try {
			return disk(Files.getFileStore(existing()).getUsableSpace());
		}
		catch (IOException e) {
			return Optional.of("The free space of %s cannot be read: %s.".formatted(layout.data(), e.getMessage()));
		}
	}

	Optional<String> disk(long free) {
		return free >= LEAST_FREE_BYTES ? Optional.empty()
				: Optional.of(String.format(Locale.ROOT,
						"Only %.1f GB are free for %s; Vigie needs 2 GB: make room, or set VIGIE_DATA_DIR to another disk.", free / 1e9,
						layout.data()));
	}

	/** What the machine has, all programs together. */
	public static Optional<String> memory() {
		return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
				? memory(system.getTotalMemorySize()) : Optional.empty();
	}

	static Optional<String> memory(long total) {
		return total >= LEAST_MEMORY_BYTES ? Optional.empty()
				: Optional.of(String.format(Locale.ROOT, "This machine has %.1f GB of memory; Vigie needs 4 GB.", total / 1e9));
	}

	/** Whether the data folder can be written. */
	public Optional<String> writable() {
		Path existing = existing();
		return Files.isWritable(existing) ? Optional.empty()
				: Optional.of("%s cannot be written: change its owner, or set VIGIE_DATA_DIR.".formatted(existing));
	}

	/** The data folder, or the one it will be created in. */
	private Path existing() {
		Path path = layout.data();
		for (Path parent = path; parent != null; parent = parent.getParent()) {
			if (Files.exists(parent)) {
				return parent;
			}
		}
		return path;
	}

	/** Throws the first problem. */
	public void require() {
		writable().or(this::disk).or(() -> ports().stream().findFirst()).ifPresent(problem -> {
			throw new Refusal(problem);
		});
	}

	private static void check(String name, String variable, int port, Map<Integer, String> owners, List<String> problems) {
		String other = owners.putIfAbsent(port, name);
		if (other != null) {
			problems.add("Port %d is given to both %s and %s: set %s to another one.".formatted(port, other, name, variable));
		}
		else if (isTaken(port)) {
			problems.add("Port %d, which %s needs, is taken by another program: stop it, or set %s to a free port."
					.formatted(port, name, variable));
		}
	}

	private static boolean isTaken(int port) {
		return answers(port) || !canBind(port);
	}

	private static boolean answers(int port) {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
			return true;
		}
		catch (IOException e) {
			return false;
		}
	}

	private static boolean canBind(int port) {
		try (ServerSocket socket = new ServerSocket()) {
			socket.setReuseAddress(true);
			socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
			return true;
		}
		catch (IOException e) {
			return false;
		}
	}
}
