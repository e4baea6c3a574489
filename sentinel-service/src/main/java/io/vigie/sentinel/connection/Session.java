package io.vigie.sentinel.connection;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One WebSocket from opening to end. Frames wait in a bounded queue for the link's thread; when it is full the socket is
 * not read, and the venue feels it.
 */
public final class Session implements AutoCloseable {

	private static final int QUEUE = 20_000;
	private static final int LARGEST_FRAME = 8 * 1024 * 1024;

	private final BlockingQueue<String> frames = new ArrayBlockingQueue<>(QUEUE);
	private final CompletableFuture<String> end = new CompletableFuture<>();
	private final Duration timeout;
	private final WebSocket socket;
	private volatile long lastSignNanos = System.nanoTime();

	private Session(HttpClient client, URI address, Duration timeout) throws LinkBroken {
		this.timeout = timeout;
		try {
			socket = client.newWebSocketBuilder().connectTimeout(timeout).buildAsync(address, new Ear()).join();
		}
		catch (CompletionException e) {
			Throwable cause = e.getCause() == null ? e : e.getCause();
			String words = cause.getMessage() == null ? "" : ": " + cause.getMessage();
			throw new LinkBroken("No connection to " + address + " (" + cause.getClass().getSimpleName() + words + ")");
		}
	}

	static Session open(HttpClient client, URI address, Duration timeout) throws LinkBroken {
		return new Session(client, address, timeout);
	}

	public void say(String text) throws LinkBroken, InterruptedException {
		settle(socket.sendText(text, true));
	}

	/** The next frame, or nothing within the time. */
	public @Nullable String next(Duration patience) throws LinkBroken, InterruptedException {
		String frame = frames.poll();
		if (frame == null && end.isDone()) {
			frame = frames.poll();
			if (frame == null) {
				throw new LinkBroken(end.join());
			}
		}
		return frame != null ? frame : frames.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
	}

	/** The next frame while shaking hands, where the other side has to answer. */
	public String answer() throws LinkBroken, InterruptedException {
		long deadline = System.nanoTime() + timeout.toNanos();
		while (System.nanoTime() < deadline) {
			String frame = next(Duration.ofMillis(20));
			if (frame != null) {
				return frame;
			}
		}
		throw new LinkBroken("No answer within " + timeout.toMillis() + " ms");
	}

	void ping() throws LinkBroken, InterruptedException {
		settle(socket.sendPing(ByteBuffer.allocate(0)));
	}

	/** How long nothing at all came, not even an answer to a ping; zero while frames wait. */
	Duration silence() {
		return frames.isEmpty() ? Duration.ofNanos(System.nanoTime() - lastSignNanos) : Duration.ZERO;
	}

	@Override
	public void close() {
		end.complete("Closed by us");
		socket.abort();
	}

	private void settle(CompletableFuture<WebSocket> sent) throws LinkBroken, InterruptedException {
		try {
			sent.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (ExecutionException | TimeoutException e) {
			throw new LinkBroken(end.getNow("Nothing can be sent any more"));
		}
	}

	private final class Ear implements WebSocket.Listener {

		private final StringBuilder text = new StringBuilder();
		private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

		@Override
		public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
			text.append(data);
			if (text.length() > LARGEST_FRAME) {
				return giveUp(from, "A frame is too large");
			}
			if (last) {
				take(text.toString());
				text.setLength(0);
			}
			from.request(1);
			return null;
		}

		@Override
		public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
			byte[] part = new byte[data.remaining()];
			data.get(part);
			bytes.writeBytes(part);
			if (bytes.size() > LARGEST_FRAME) {
				return giveUp(from, "A frame is too large");
			}
			if (last) {
				take(bytes.toString(StandardCharsets.UTF_8));
				bytes.reset();
			}
			from.request(1);
			return null;
		}

		@Override
		public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
			lastSignNanos = System.nanoTime();
			from.request(1);
			return null;
		}

		@Override
		public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
			end.complete("Closed by the venue with " + code + (reason.isEmpty() ? "" : ", " + reason));
			return null;
		}

		@Override
		public void onError(WebSocket from, Throwable error) {
			end.complete("Broken: " + (error.getMessage() == null ? error.getClass().getSimpleName()
					: error.getMessage()));
		}

		private void take(String frame) {
			lastSignNanos = System.nanoTime();
			try {
				while (!end.isDone() && !frames.offer(frame, 1, TimeUnit.SECONDS)) {
					lastSignNanos = System.nanoTime();
				}
			}
			catch (InterruptedException _) {
				Thread.currentThread().interrupt();
				end.complete("Interrupted");
			}
		}

		private @Nullable CompletionStage<?> giveUp(WebSocket from, String reason) {
			end.complete(reason);
			from.abort();
			return null;
		}
	}
}
