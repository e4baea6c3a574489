package io.vigie.simulator.wire;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.util.function.IntPredicate;
import org.apache.coyote.Processor;
import org.apache.coyote.UpgradeToken;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.upgrade.UpgradeProcessorInternal;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;

/** HTTP whose connections can be cut off in the middle, and whose WebSockets can go deaf, pings included. */
public class CutProtocol extends Http11NioProtocol {

	private volatile IntPredicate deaf = _ -> false;

	void deafTo(IntPredicate test) {
		deaf = test;
	}

	void cut(int clientPort, boolean reset) {
		for (SocketWrapperBase<NioChannel> socket : getEndpoint().getConnections()) {
			if (socket.getRemotePort() == clientPort) {
				if (reset) {
					forgetUnsent(socket);
				}
				socket.close();
			}
		}
	}

	@Override
	protected Processor createUpgradeProcessor(SocketWrapperBase<?> socket, UpgradeToken upgradeToken) {
		Processor usual = super.createUpgradeProcessor(socket, upgradeToken);
		return usual instanceof UpgradeProcessorInternal ? new Deafenable(socket, upgradeToken) : usual;
	}

	/** A socket that does not linger ends with a reset. */
	private static void forgetUnsent(SocketWrapperBase<NioChannel> socket) {
		try {
			socket.getSocket().getIOChannel().setOption(StandardSocketOptions.SO_LINGER, 0);
		}
		catch (IOException _) {
			// closed already, which is what is wanted
		}
	}

	private final class Deafenable extends UpgradeProcessorInternal {

		private static final int BUFFER = 8192;

		private final SocketWrapperBase<?> socket;

		private Deafenable(SocketWrapperBase<?> socket, UpgradeToken upgradeToken) {
			super(socket, upgradeToken, getUpgradeGroupInfo(upgradeToken.protocol()));
			this.socket = socket;
		}

		@Override
		public SocketState dispatch(SocketEvent status) {
			if (status == SocketEvent.OPEN_READ && deaf.test(socket.getRemotePort()) && drain()) {
				return SocketState.UPGRADED;
			}
			return super.dispatch(status);
		}

		/** @return whether the client is still there */
		private boolean drain() {
			byte[] unheard = new byte[BUFFER];
			try {
				int read = socket.read(false, unheard, 0, BUFFER);
				while (read > 0) {
					read = socket.read(false, unheard, 0, BUFFER);
				}
				return read == 0;
			}
			catch (IOException _) {
				return false;
			}
		}
	}
}
