package io.vigie.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ProbesTests {

	@Test
	void isReadyWhenThePortAccepts() throws IOException {
		ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
		Probe probe = Probes.port(server.getLocalPort());
		assertThat(probe.isReady()).isTrue();
		server.close();
		assertThat(probe.isReady()).isFalse();
	}

	@Test
	void isReadyWhenTheAddressSaysSoAndNotBefore() throws IOException {
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		AtomicInteger code = new AtomicInteger(503);
		server.createContext("/ready", exchange -> {
			exchange.sendResponseHeaders(code.get(), -1);
			exchange.close();
		});
		server.start();
		Probe probe = Probes.http(HttpClient.newHttpClient(), URI.create("http://localhost:%d/ready".formatted(server.getAddress().getPort())));
		assertThat(probe.isReady()).isFalse();
		code.set(200);
		assertThat(probe.isReady()).isTrue();
		server.stop(0);
		assertThat(probe.isReady()).isFalse();
	}
}
