package io.vigie.local.process;

/** Where a part of the platform is in its life. */
public enum State {

	/** Waits for the parts it stands on. */
	WAITING,
	/** Being prepared, or started and not ready yet. */
	STARTING,
	UP,
	/** It died and is about to be started again. */
	RESTARTING,
	/** It died too often, or never came up: it stays down until someone asks. */
	DOWN,
	/** Stopped because the platform stops. */
	STOPPED
}
