package io.vigie.simulator.stream;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;

/**
 * What is still to be sent to one client. Whoever puts something in never waits: a client that can't keep up is cut
 * off. One thread per client encodes and sends, in order.
 *
 * @param <T> what is queued, encoded only by the sender
 */
final class Outbox<T> {

	private static final int CAPACITY = 100_000;
	private static final int LARGEST_FRAME = 200;

	private final WebSocketSession session;
	private final BlockingQueue<T> queue = new ArrayBlockingQueue<>(CAPACITY);
	private final Function<List<T>, List<WebSocketMessage<?>>> encoder;
	private final Thread sender;

	Outbox(WebSocketSession session, Function<List<T>, List<WebSocketMessage<?>>> encoder) {
		this.session = session;
		this.encoder = encoder;
		this.sender = Thread.ofVirtual().name("stream-" + session.getId()).start(this::send);
	}

	void put(T message) {
		if (!queue.offer(message)) {
			close();
		}
	}

	/** Stops sending; what is still queued is lost with the connection. */
	void close() {
		sender.interrupt();
	}

	private void send() {
		List<T> batch = new ArrayList<>(LARGEST_FRAME);
		try {
			while (session.isOpen()) {
				batch.add(queue.take());
				queue.drainTo(batch, LARGEST_FRAME - 1);
				for (WebSocketMessage<?> message : encoder.apply(batch)) {
					session.sendMessage(message);
				}
				batch.clear();
			}
		}
		catch (InterruptedException _) {
			disconnect();
		}
		catch (IOException | IllegalStateException _) {
			// the client is gone; its handler is told by the container
			disconnect();
		}
	}

	private void disconnect() {
		try {
			session.close(CloseStatus.SESSION_NOT_RELIABLE);
		}
		catch (IOException _) {
			// gone already
		}
	}
}
