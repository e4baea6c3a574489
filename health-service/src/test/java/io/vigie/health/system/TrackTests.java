package io.vigie.health.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.health.probe.Reading;
import io.vigie.health.probe.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrackTests {

	private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
	private static final Damping DAMPING = new Damping(2, Duration.ofSeconds(60), 3, Duration.ofMinutes(10), Duration.ofMinutes(2));

	private final Track track = new Track("analyst", DAMPING, NOON);
	private Instant now = NOON;

	@Test
	void believesTheFirstSignOfLife() {
		assertThat(see(State.UP)).hasValueSatisfying(it -> {
			assertThat(it.to()).isEqualTo(State.UP);
			assertThat(it.begins()).isFalse();
			assertThat(it.ends()).isFalse();
		});
	}

	@Test
	void letsAServiceStartBeforeItCallsItDown() {
		for (int second = 0; second < 55; second += 5) {
			assertThat(see(State.DOWN)).isEmpty();
		}
		assertThat(track.standing().state()).isEqualTo(State.UNKNOWN);
		see(State.DOWN);
		see(State.DOWN);
		assertThat(track.standing().state()).isEqualTo(State.DOWN);
	}

	@Test
	void believesAFallOnlyWhenItIsSeenTwiceAndDatesItFromTheFirst() {
		see(State.UP);
		Instant fell = now;
		assertThat(see(State.DOWN)).isEmpty();
		assertThat(see(State.DOWN)).hasValueSatisfying(it -> {
			assertThat(it.begins()).isTrue();
			assertThat(it.since()).isEqualTo(fell);
			assertThat(it.incident()).isEqualTo(fell);
		});
	}

	@Test
	void ignoresASingleMissedLook() {
		see(State.UP);
		for (int i = 0; i < 20; i++) {
			assertThat(see(State.DOWN)).isEmpty();
			assertThat(see(State.UP)).isEmpty();
		}
	}

	@Test
	void keepsOneIncidentWhileItGetsWorseAndBetter() {
		see(State.UP);
		Instant fell = now;
		see(State.DEGRADED);
		see(State.DEGRADED);
		see(State.DOWN);
		assertThat(see(State.DOWN)).hasValueSatisfying(it -> {
			assertThat(it.begins()).isFalse();
			assertThat(it.incident()).isEqualTo(fell);
		});
		see(State.UP);
		Optional<Change> over = see(State.UP);
		assertThat(over).hasValueSatisfying(it -> {
			assertThat(it.ends()).isTrue();
			assertThat(it.lasted()).isEqualTo(Duration.ofSeconds(20));
		});
		assertThat(track.standing().incident()).isNull();
	}

	@Test
	void demandsCalmOfWhatFlaps() {
		see(State.UP);
		for (int fall = 0; fall < 3; fall++) {
			see(State.DOWN);
			see(State.DOWN);
			see(State.UP);
			see(State.UP);
		}
		assertThat(track.standing().state()).isEqualTo(State.DOWN);
		assertThat(track.standing().why()).contains("flapping, 3 falls");
		for (int look = 0; look < 22; look++) {
			assertThat(see(State.UP)).isEmpty();
		}
		assertThat(see(State.UP)).hasValueSatisfying(it -> assertThat(it.ends()).isTrue());
	}

	@Test
	void forgivesFallsThatAreLongAgo() {
		see(State.UP);
		for (int fall = 0; fall < 6; fall++) {
			see(State.DOWN);
			see(State.DOWN);
			see(State.UP);
			assertThat(see(State.UP)).isPresent();
			now = now.plus(Duration.ofMinutes(6));
		}
	}

	@Test
	void goesOnAfterARestartWhereItWas() {
		see(State.UP);
		see(State.DOWN);
		see(State.DOWN);
		Track again = new Track(track.standing(), DAMPING, now);
		again.see(reading(State.UP));
		assertThat(again.see(reading(State.UP))).hasValueSatisfying(it -> assertThat(it.ends()).isTrue());
	}

	@Test
	void takesNothingForUpThatItHasNotSeenSinceTheRestart() {
		see(State.UP);
		Track again = new Track(track.standing(), DAMPING, now);
		assertThat(again.standing().state()).isEqualTo(State.UNKNOWN);
		for (int second = 0; second < 60; second += 5) {
			assertThat(again.see(reading(State.DOWN))).as("it may be starting too").isEmpty();
			now = now.plusSeconds(5);
		}
		assertThat(again.see(reading(State.DOWN))).hasValueSatisfying(it -> assertThat(it.begins()).isTrue());
	}

	@Test
	void neverForgetsTroubleAtARestart() {
		see(State.UP);
		see(State.DEGRADED);
		see(State.DEGRADED);
		assertThat(new Track(track.standing(), DAMPING, now).standing()).isEqualTo(track.standing());
	}

	@Test
	void believesNothingWhileTheLooksDisagree() {
		see(State.UP);
		for (int look = 0; look < 10; look++) {
			assertThat(see(look % 2 == 0 ? State.DOWN : State.DEGRADED)).isEmpty();
		}
		assertThat(track.standing().state()).isEqualTo(State.UP);
	}

	private Optional<Change> see(State state) {
		Optional<Change> change = track.see(reading(state));
		now = now.plusSeconds(5);
		return change;
	}

	private Reading reading(State state) {
		return Reading.of("analyst", state, "seen " + state, Duration.ofMillis(3), now);
	}
}
