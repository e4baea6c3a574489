package io.vigie.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A WebSocket client that remembers what it heard. */
final class Socket implements WebSocket.Listener, AutoCloseable {

	/** Closed without a close frame. */
	static final int ABRUPT = -1;

	private final List<JsonNode> heard = new CopyOnWriteArrayList<>();
	private final StringBuilder text = new StringBuilder();
	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
	private @Nullable WebSocket socket;
	private volatile boolean binary;
	private volatile int closed;
	private volatile int pongs;

	static Socket open(HttpClient client, URI uri, Map<String, String> headers) {
		Socket socket = new Socket();
		WebSocket.Builder builder = client.newWebSocketBuilder();
		headers.forEach(builder::header);
		socket.socket = builder.buildAsync(uri, socket).join();
		return socket;
	}

	Socket say(String message) {
		Objects.requireNonNull(socket).sendText(message, true).join();
		return this;
	}

	Socket sayInBytes(String message) {
		Objects.requireNonNull(socket).sendBinary(ByteBuffer.wrap(message.getBytes(StandardCharsets.UTF_8)), true).join();
		return this;
	}

	/** Waits for the message and returns it. */
	JsonNode hear(Predicate<JsonNode> wanted) {
		Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(heard).anyMatch(wanted));
		return heard.stream().filter(wanted).findFirst().orElseThrow();
	}

	JsonNode hear(String field, String value) {
		return hear(it -> it.findValuesAsString(field).contains(value));
	}

	List<JsonNode> heard() {
		return heard;
	}

	boolean isBinary() {
		return binary;
	}

	boolean isAnsweringPings() {
		return isAnsweringPings(Duration.ofSeconds(20));
	}

	/** Waits that long for an answer to one ping. */
	boolean isAnsweringPings(Duration patience) {
		int before = pongs;
		Objects.requireNonNull(socket).sendPing(ByteBuffer.wrap(new byte[] { 1 })).join();
		try {
			Awaitility.await().pollInterval(Duration.ofMillis(10)).atMost(patience).until(() -> pongs > before);
			return true;
		}
		catch (ConditionTimeoutException _) {
			return false;
		}
	}

	int awaitClose() {
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> closed != 0);
		return closed;
	}

	@Override
	public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
		text.append(data);
		if (last) {
			hear(RunningSimulator.MAPPER.readTree(text.toString()));
			text.setLength(0);
		}
		from.request(1);
		return null;
	}

	@Override
	public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
		binary = true;
		byte[] part = new byte[data.remaining()];
		data.get(part);
		bytes.writeBytes(part);
		if (last) {
			hear(RunningSimulator.MAPPER.readTree(bytes.toByteArray()));
			bytes.reset();
		}
		from.request(1);
		return null;
	}

	@Override
	public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
		closed = status;
		return null;
	}

	@Override
	public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
		pongs++;
		from.request(1);
		return null;
	}

	@Override
	public void onError(WebSocket from, Throwable error) {
		closed = ABRUPT;
	}

	@Override
	public void close() {
		Objects.requireNonNull(socket).abort();
	}

	private void hear(JsonNode message) {
		if (message.isArray()) {
			message.forEach(heard::add);
		}
		else {
			heard.add(message);
		}
	}
}
