package io.vigie.health.heal;

/** The restarter can't or won't; the message says why, in words. */
final class RestartRefused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	RestartRefused(String reason) {
		super(reason);
	}
}
