package io.vigie.simulator.stream;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;

/** Every open WebSocket. Thread-safe. */
@Component
public class Connections {

	private final Set<WebSocketSession> open = ConcurrentHashMap.newKeySet();

	void opened(WebSocketSession session) {
		open.add(session);
	}

	void closed(WebSocketSession session) {
		open.remove(session);
	}

	/** Ends all of them as a restarting venue would. */
	public int cut() {
		int cut = 0;
		for (WebSocketSession session : open) {
			try {
				session.close(CloseStatus.SERVICE_RESTARTED);
				cut++;
			}
			catch (IOException _) {
				// gone already
			}
		}
		return cut;
	}
}
