package io.vigie.common.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.testcontainers.shaded.com.github.dockerjava.core.DefaultDockerClientConfig;
import org.testcontainers.shaded.com.github.dockerjava.core.DockerClientImpl;

/** An engine that answers, in front of registries that do or don't. */
@Timeout(30)
class ImagesTests {

	private final CountDownLatch end = new CountDownLatch(1);
	private HttpServer engine;
	private volatile boolean there;
	private volatile String fetched = "";

	@BeforeEach
	void start() throws IOException {
		engine = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
		engine.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		engine.createContext("/images/", it -> answer(it, there ? 200 : 404, there ? "{\"Id\":\"sha256:1\"}" : "{\"message\":\"No such image\"}"));
		engine.createContext("/images/create", this::fetch);
		engine.start();
	}

	@AfterEach
	void stop() {
		end.countDown();
		engine.stop(0);
	}

	@Test
	void takesWhatIsThere() {
		there = true;
		assertThat(has()).isTrue();
	}

	@Test
	void fetchesWhatTheRegistryHas() {
		fetched = "{\"status\":\"Pulling from library/postgres\"}\n{\"status\":\"Status: Downloaded newer image for postgres:18\"}\n";
		assertThat(has()).isTrue();
	}

	@Test
	void doesWithoutWhatTheRegistryRefuses() {
		fetched = "{\"errorDetail\":{\"message\":\"no such host\"},\"error\":\"no such host\"}\n";
		assertThat(has()).isFalse();
	}

	@Test
	void doesNotWaitForARegistryThatSaysNothing() {
		long began = System.nanoTime();
		assertThat(has()).isFalse();
		assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
	}

	private boolean has() {
		URI address = URI.create("tcp://localhost:" + engine.getAddress().getPort());
		var config = DefaultDockerClientConfig.createDefaultConfigBuilder().withDockerHost(address.toString()).withDockerTlsVerify(false).build();
		try (var client = DockerClientImpl.getInstance(config, new ZerodepDockerHttpClient.Builder().dockerHost(address).build())) {
			return new Images(client, Duration.ofSeconds(1), Duration.ofSeconds(20)).have("postgres:18");
		}
		catch (IOException e) {
			throw new IllegalStateException(e);
		}
	}

	private void fetch(HttpExchange exchange) throws IOException {
		if (fetched.isEmpty()) {
			try {
				end.await();
			}
			catch (InterruptedException e) {
				Thread.currentThread().interrupt();
			}
		}
		answer(exchange, 200, fetched);
	}

	private static void answer(HttpExchange exchange, int status, String body) throws IOException {
		try (exchange) {
			byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().set("Content-Type", "application/json");
			exchange.sendResponseHeaders(status, bytes.length);
			exchange.getResponseBody().write(bytes);
		}
	}
}
