package io.vigie.simulator.stream;

import io.vigie.simulator.setting.Variables;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;

/** How many may listen, and how long they may take to say who they are. */
@Component
class StreamLimits {

	private static final int DEFAULT_CONNECTIONS = 64;
	private static final int AUTH_SECONDS = 10;
	private static final int FAREWELL_MILLIS = 200;

	private final int connections;
	private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(
			Thread.ofPlatform().daemon().name("stream-limits").factory());

	StreamLimits(Variables variables) {
		this.connections = variables.number("VIGIE_SIMULATOR_CONNECTIONS", DEFAULT_CONNECTIONS, 1, 10_000);
	}

	/** Per stream; Alpaca allows one. */
	int connections() {
		return connections;
	}

	void afterAuthTimeout(Runnable check) {
		scheduler.schedule(check, AUTH_SECONDS, TimeUnit.SECONDS);
	}

	/** Leaves the client the time to read why. */
	void closeSoon(WebSocketSession session) {
		scheduler.schedule(() -> {
			try {
				session.close(CloseStatus.POLICY_VIOLATION);
			}
			catch (IOException _) {
				// gone already
			}
		}, FAREWELL_MILLIS, TimeUnit.MILLISECONDS);
	}

	/** At once and apart from everything else: it may have to wait for a client. */
	void apart(Runnable task) {
		Thread.ofVirtual().name("stream-cut").start(task);
	}

	void later(Runnable task, int millis) {
		scheduler.schedule(task, millis, TimeUnit.MILLISECONDS);
	}

	@PreDestroy
	void stop() {
		scheduler.shutdownNow();
	}
}
