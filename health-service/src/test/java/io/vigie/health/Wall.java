package io.vigie.health;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A way to something real that can be cut off and opened again. */
public final class Wall implements AutoCloseable {

	private final InetSocketAddress target;
	private final int port;
	private final List<Socket> open = new CopyOnWriteArrayList<>();
	private volatile ServerSocket door;

	public Wall(String host, int targetPort) {
		target = new InetSocketAddress(host, targetPort);
		door = listen(0);
		port = door.getLocalPort();
	}

	public int port() {
		return port;
	}

	public void cut() {
		quietly(door);
		open.forEach(Wall::quietly);
		open.clear();
	}

	public void mend() {
		door = listen(port);
	}

	@Override
	public void close() {
		cut();
	}

	private ServerSocket listen(int at) {
		try {
			var socket = new ServerSocket(at, 50, InetAddress.getLoopbackAddress());
			Thread.ofVirtual().start(() -> accept(socket));
			return socket;
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private void accept(ServerSocket socket) {
		while (!socket.isClosed()) {
			try {
				Socket near = socket.accept();
				Socket far = new Socket(target.getHostString(), target.getPort());
				open.addAll(List.of(near, far));
				Thread.ofVirtual().start(() -> carry(near, far));
				Thread.ofVirtual().start(() -> carry(far, near));
			}
			catch (IOException _) {
				// cut, or nobody there
			}
		}
	}

	private static void carry(Socket from, Socket to) {
		try (from; to) {
			from.getInputStream().transferTo(to.getOutputStream());
		}
		catch (IOException _) {
			// cut
		}
	}

	private static void quietly(AutoCloseable it) {
		try {
			it.close();
		}
		catch (Exception _) {
			// gone already
		}
	}
}
