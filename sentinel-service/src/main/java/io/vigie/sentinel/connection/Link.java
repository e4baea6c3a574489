package io.vigie.sentinel.connection;

import io.vigie.common.message.ConnectionChanged;
import io.vigie.common.message.ConnectionChanged.LinkState;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;

/** How a link to the venue is, and since when. Every change is told; a repeated failure is one too. Thread-safe. */
public final class Link {

	private final String name;
	private final Clock clock;
	private final Consumer<ConnectionChanged> told;
	private ConnectionChanged now;
	private long reconnects;

	Link(String name, Clock clock, Consumer<ConnectionChanged> told) {
		this.name = name;
		this.clock = clock;
		this.told = told;
		this.now = new ConnectionChanged(name, LinkState.DOWN, 0, clock.instant(), "Not connected yet");
	}

	public String name() {
		return name;
	}

	public synchronized ConnectionChanged now() {
		return now;
	}

	public boolean isUp() {
		return now().state() == LinkState.UP;
	}

	/** How often a link that had been up broke. */
	public synchronized long reconnects() {
		return reconnects;
	}

	/** It works; said when it is proven, not when it is hoped. */
	public void up() {
		if (!isUp()) {
			change(LinkState.UP, "Connected");
		}
	}

	/** An attempt failed or the connection broke. */
	public void down(String reason) {
		change(LinkState.DOWN, reason);
	}

	/** Connected, yet it says nothing; stays so until it says something. */
	public void stale(String reason) {
		change(LinkState.STALE, reason);
	}

	private void change(LinkState state, String reason) {
		told.accept(changed(state, reason));
	}

	private synchronized ConnectionChanged changed(LinkState state, String reason) {
		reconnects += now.state() == LinkState.UP && state != LinkState.UP ? 1 : 0;
		Instant since = state == now.state() ? now.since() : clock.instant();
		now = new ConnectionChanged(name, state, state == LinkState.UP ? 0 : now.failures() + 1, since, reason);
		return now;
	}
}
