package io.vigie.simulator.stream;

import io.vigie.simulator.fault.Occasion;
import io.vigie.simulator.fault.StreamHarm;
import io.vigie.simulator.injection.Injector;
import io.vigie.simulator.wire.Sockets;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;

/** Every open WebSocket, with the stream it listens to. Thread-safe. */
@Component
public class Connections {

	private final Map<WebSocketSession, String> open = new ConcurrentHashMap<>();
	private final Map<Integer, String> streams = new ConcurrentHashMap<>();
	private final Sockets sockets;
	private final Injector injector;

	Connections(Sockets sockets, Injector injector) {
		this.sockets = sockets;
		this.injector = injector;
		sockets.deafTo(this::isDeaf);
	}

	void opened(WebSocketSession session, String stream) {
		open.put(session, stream);
		streams.put(port(session), stream);
	}

	void closed(WebSocketSession session) {
		open.remove(session);
		streams.remove(port(session));
	}

	/** Ends all of them as a restarting venue would. */
	public int cut() {
		return Math.toIntExact(open.keySet().stream().filter(it -> cut(it, false)).count());
	}

	/** @param abrupt whether without a word */
	void cut(String stream, boolean abrupt) {
		open.forEach((session, name) -> {
			if (name.equals(stream)) {
				cut(session, abrupt);
			}
		});
	}

	private boolean cut(WebSocketSession session, boolean abrupt) {
		if (abrupt) {
			sockets.cut(port(session), true);
			return true;
		}
		try {
			session.close(CloseStatus.SERVICE_RESTARTED);
			return true;
		}
		catch (IOException _) {
			return false;
		}
	}

	private boolean isDeaf(int port) {
		String stream = streams.get(port);
		return stream != null && !injector.isQuiet() && injector.strike(Occasion.heard(stream), injector.now()).stream()
			.anyMatch(StreamHarm.StreamSilent.class::isInstance);
	}

	private static int port(WebSocketSession session) {
		InetSocketAddress address = session.getRemoteAddress();
		return address == null ? 0 : address.getPort();
	}
}
