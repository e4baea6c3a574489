package io.vigie.local.chaos;

import io.vigie.local.setting.Component;
import java.time.Duration;

/** One thing that is done to the platform. */
sealed interface Blow {

	/** The name it is counted by. */
	String name();

	/** Its process gets signal 9. */
	record Kill(Component part) implements Blow {

		@Override
		public String name() {
			return "kill -9 " + part.label();
		}
	}

	/**
	 * The venue misbehaves.
	 *
	 * @param fault as the simulator takes it
	 * @param lasts until it is told to stop
	 */
	record Trouble(String name, String fault, Duration lasts) implements Blow {
	}
}
