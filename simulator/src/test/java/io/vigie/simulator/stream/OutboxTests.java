package io.vigie.simulator.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.timeout;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;

class OutboxTests {

	private final WebSocketSession session = mock(WebSocketSession.class);
	private final List<String> sent = new CopyOnWriteArrayList<>();

	@BeforeEach
	void connect() throws IOException {
		given(session.isOpen()).willReturn(true);
		given(session.getId()).willReturn("1");
		willAnswer(it -> sent.add(it.<WebSocketMessage<?>>getArgument(0).getPayload().toString())).given(session).sendMessage(any());
	}

	@Test
	void sendsEverythingInOrder() {
		Outbox<String> outbox = outbox();
		for (int i = 0; i < 1_000; i++) {
			outbox.put(i + ",");
		}
		Awaitility.await().until(() -> String.join("", sent).endsWith("999,"));
		assertThat(String.join("", sent).split(",")).hasSize(1_000).startsWith("0", "1", "2");
	}

	@Test
	void neverMakesTheMarketWaitAndCutsOffWhoCanNotKeepUp() throws IOException {
		CountDownLatch stuck = new CountDownLatch(1);
		willAnswer(_ -> {
			stuck.await();
			return null;
		}).given(session).sendMessage(any());
		Outbox<String> outbox = outbox();
		for (int i = 0; i < 110_000; i++) {
			outbox.put("x");
		}
		then(session).should(timeout(20_000)).close(CloseStatus.SESSION_NOT_RELIABLE);
	}

	@Test
	void endsWithItsConnection() throws IOException {
		willThrow(new IOException("gone")).given(session).sendMessage(any());
		outbox().put("x");
		then(session).should(timeout(20_000)).close(CloseStatus.SESSION_NOT_RELIABLE);
	}

	private Outbox<String> outbox() {
		return new Outbox<>(session, batch -> List.of(new TextMessage(String.join("", batch))));
	}
}
