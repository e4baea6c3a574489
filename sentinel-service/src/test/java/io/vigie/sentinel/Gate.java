package io.vigie.sentinel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Stands before a server and can be shut: what is connected is cut, and who knocks is turned away, until it opens
 * again.
 */
public final class Gate implements AutoCloseable {

	private final String host;
	private final int target;
	private final ServerSocket door;
	private final List<Socket> connections = new CopyOnWriteArrayList<>();
	private volatile boolean open = true;

	public Gate(String host, int target) {
		this.host = host;
		this.target = target;
		try {
			door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		Thread.ofVirtual().start(this::let);
	}

	public int port() {
		return door.getLocalPort();
	}

	public void shut() {
		open = false;
		connections.forEach(Gate::cut);
		connections.clear();
	}

	public void open() {
		open = true;
	}

	@Override
	public void close() throws IOException {
		shut();
		door.close();
	}

	private void let() {
		while (!door.isClosed()) {
			try {
				Socket inner = door.accept();
				if (!open) {
					cut(inner);
					continue;
				}
				Socket outer = new Socket(host, target);
				connections.add(inner);
				connections.add(outer);
				Thread.ofVirtual().start(() -> pass(inner, outer));
				Thread.ofVirtual().start(() -> pass(outer, inner));
			}
			catch (IOException _) {
				// shut, or the server is not there
			}
		}
	}

	private static void pass(Socket from, Socket to) {
		try {
			from.getInputStream().transferTo(to.getOutputStream());
		}
		catch (IOException _) {
			// cut
		}
		cut(from);
		cut(to);
	}

	private static void cut(Socket socket) {
		try {
			socket.close();
		}
		catch (IOException _) {
			// gone already
		}
	}
}
