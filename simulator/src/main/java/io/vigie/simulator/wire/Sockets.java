package io.vigie.simulator.wire;

import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The connections of the server, each named by its client's port. Thread-safe. */
@Component
public class Sockets {

	private volatile @Nullable CutProtocol protocol;
	private volatile IntPredicate deaf = _ -> false;

	/** Called by whoever sets the server up. */
	public void attach(CutProtocol attached) {
		attached.deafTo(port -> deaf.test(port));
		this.protocol = attached;
	}

	/** @param test whether what a client says on an upgraded connection goes unheard */
	public void deafTo(IntPredicate test) {
		deaf = test;
	}

	/** @param reset whether by a reset instead of an orderly end */
	public void cut(int clientPort, boolean reset) {
		CutProtocol attached = protocol;
		if (attached != null) {
			attached.cut(clientPort, reset);
		}
	}
}
