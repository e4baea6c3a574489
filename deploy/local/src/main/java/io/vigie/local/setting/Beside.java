package io.vigie.local.setting;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a platform is told that runs beside the user's own: ports and data of its own, and nothing that leads to the user's broker. */
public final class Beside {

	private Beside() {
	}

	/**
	 * @param user the user's environment; only how the JVM is run is kept of it
	 * @param data its folder, from the root of the checkout
	 * @param more what it is told besides
	 */
	public static Settings settings(Map<String, String> user, String data, Map<String, String> more) {
		Map<String, String> environment = new HashMap<>(user);
		environment.keySet().removeIf(name -> name.startsWith("VIGIE_") && !name.startsWith("VIGIE_AOT") && !name.endsWith("_JAVA_OPTIONS")
				|| name.startsWith("ALPACA_"));
		environment.put("VIGIE_DATA_DIR", data);
		List<Integer> ports = freePorts(Component.values().length + 1);
		for (Component component : Component.values()) {
			environment.put(component.portVariable(), ports.get(component.ordinal()).toString());
		}
		environment.put("VIGIE_KAFKA_CONTROLLER_PORT", ports.getLast().toString());
		environment.putAll(more);
		return new Settings(environment);
	}

	/** Held all at once, so that no two are the same. */
	private static List<Integer> freePorts(int count) {
		ServerSocket[] sockets = new ServerSocket[count];
		try {
			for (int i = 0; i < count; i++) {
				sockets[i] = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
			}
			return Arrays.stream(sockets).map(ServerSocket::getLocalPort).toList();
		}
		catch (IOException e) {
			throw new Refusal("No free ports for a platform beside yours: %s.".formatted(e.getMessage()), e);
		}
		finally {
			for (ServerSocket socket : sockets) {
				close(socket);
			}
		}
	}

	private static void close(ServerSocket socket) {
		try {
			if (socket != null) {
				socket.close();
			}
		}
		catch (IOException e) {
			// It was only asked for its number.
		}
	}
}
