package io.vigie.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.local.process.State;
import io.vigie.local.process.Status;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ChangesTests {

	private final Changes changes = new Changes();

	@Test
	void saysNothingOfWhatIsAsItWas() {
		assertThat(changes.of(status("risk", State.UP))).isEmpty();
		assertThat(changes.of(status("risk", State.UP))).isEmpty();
		assertThat(changes.of(status("health", State.DOWN))).as("first look at another").isEmpty();
	}

	@Test
	void tellsADeathAndTheReturn() {
		changes.of(status("risk", State.UP));
		assertThat(changes.of(status("risk", State.RESTARTING)))
			.hasValue(new Changes.Change(false, "risk was ended by signal 9: it is started again"));
		assertThat(changes.of(status("risk", State.STARTING))).isEmpty();
		assertThat(changes.of(status("risk", State.UP))).hasValue(new Changes.Change(true, "risk is back"));
	}

	@Test
	void tellsADeathItWasTooSlowToSee() {
		changes.of(status("risk", State.UP));
		assertThat(changes.of(status("risk", State.STARTING)))
			.hasValue(new Changes.Change(false, "risk was ended by signal 9: it is started again"));
	}

	@Test
	void tellsWhenOneStaysDown() {
		changes.of(status("risk", State.STARTING));
		assertThat(changes.of(status("risk", State.DOWN))).hasValue(new Changes.Change(false, "risk stays down: it was ended by signal 9"));
	}

	@Test
	void saysNothingOfAnOrderlyEnd() {
		changes.of(status("risk", State.UP));
		assertThat(changes.of(status("risk", State.STOPPED))).isEmpty();
	}

	private static Status status(String name, State state) {
		return new Status(name, state, 1, 1, Instant.EPOCH, 0, 0, "was ended by signal 9");
	}
}
