package io.vigie.local.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The ways to ask a process whether it is ready. */
public final class Probes {

	private static final Duration LIMIT = Duration.ofSeconds(2);

	private Probes() {
	}

	/** Ready when something accepts connections on the port. */
	public static Probe port(int port) {
		return () -> {
			try (Socket socket = new Socket()) {
				socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) LIMIT.toMillis());
				return true;
			}
			catch (IOException e) {
				return false;
			}
		};
	}

	/** Ready when the address answers 200. */
	public static Probe http(HttpClient client, URI address) {
		HttpRequest request = HttpRequest.newBuilder(address).timeout(LIMIT).build();
		return () -> {
			try {
				return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
			}
			catch (IOException e) {
				return false;
			}
			catch (InterruptedException e) {
				Thread.currentThread().interrupt();
				return false;
			}
		};
	}
}
