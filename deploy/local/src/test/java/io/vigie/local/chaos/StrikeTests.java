package io.vigie.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.local.process.State;
import io.vigie.local.process.Status;
import io.vigie.local.setting.Component;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StrikeTests {

	private static final Instant MARKET = Instant.parse("2026-01-02T00:30:00Z");

	private static final Books.Doubt NONE = new Books.Doubt(0, 0, 0);

	private final StubVenue venue = new StubVenue().answers("GET /simulator/status", "{'market_time':'%s'}".formatted(MARKET))
		.answers("POST /simulator/faults", "[]").answers("DELETE /simulator/faults", "[]")
		.answers("GET /simulator/faults/firings", "[{'wall_time':'2026-01-02T00:30:00Z'}]");

	private final Deque<Pulse.Look> looks = new ArrayDeque<>();

	private final Strike strike = new Strike(() -> looks.size() > 1 ? looks.poll() : looks.getFirst(), venue.http(), Clock.systemUTC());

	@AfterEach
	void stop() {
		venue.close();
	}

	@Test
	void killsTheProcessAndWaitsUntilAllIsWellAgain() throws IOException, InterruptedException {
		Process risk = new ProcessBuilder("sleep", "300").start();
		show(look(risk.pid(), NONE), look(0, NONE, "risk is RESTARTING"), look(4, NONE, "risk is not ready"), look(4, NONE), look(4, NONE));
		Outcome outcome = strike.run(new Plan.Step(List.of(new Blow.Kill(Component.RISK)))).getFirst();
		assertThat(risk.waitFor()).isEqualTo(137);
		assertThat(outcome.isHealed()).isTrue();
		assertThat(outcome.market()).isEqualTo(MARKET);
		assertThat(outcome.last()).isEqualTo("risk is not ready");
		assertThat(outcome.detected()).isPositive().isLessThan(outcome.healed());
		assertThat(outcome.healed()).isEqualTo(Duration.between(outcome.from(), outcome.whole()));
	}

	@Test
	void takesTheSupervisorsWordForWhenItNoticed() throws IOException, InterruptedException {
		Process risk = new ProcessBuilder("sleep", "300").start();
		Instant noticed = Instant.parse("2999-01-01T00:00:00Z");
		Status restarting = new Status("risk", State.RESTARTING, 0, 1, noticed, 1, 0, "was ended by signal 9");
		show(look(risk.pid(), NONE), new Pulse.Look(new TreeSet<>(), Map.of(Component.RISK, restarting), NONE), look(4, NONE));
		Outcome outcome = strike.run(new Plan.Step(List.of(new Blow.Kill(Component.RISK)))).getFirst();
		assertThat(outcome.detected()).isEqualTo(Duration.between(outcome.from(), noticed));
	}

	@Test
	void doesNotBelieveOneGoodLook() throws IOException, InterruptedException {
		Process risk = new ProcessBuilder("sleep", "300").start();
		show(look(risk.pid(), NONE), look(4, NONE), look(4, NONE, "link account-stream is DOWN"), look(4, NONE), look(4, NONE));
		strike.run(new Plan.Step(List.of(new Blow.Kill(Component.RISK))));
		assertThat(looks).as("looked until twice in a row nothing was wrong").hasSize(1);
	}

	/** Whoever is killed while the venue misbehaves is back when it is back, however long the venue goes on. */
	@Test
	void doesNotChargeTheKillWithTheVenuesTrouble() throws IOException, InterruptedException {
		Process risk = new ProcessBuilder("sleep", "300").start();
		show(look(risk.pid(), NONE), look(0, NONE, "risk is RESTARTING"), look(4, NONE, "link account-stream is DOWN"), look(4, NONE));
		List<Outcome> outcomes = strike.run(new Plan.Step(List.of(new Blow.Kill(Component.RISK), trouble(1_500))));
		assertThat(outcomes).extracting(Outcome::blow).containsExactly(trouble(1_500), new Blow.Kill(Component.RISK));
		assertThat(outcomes.getLast().healed()).isLessThan(Duration.ofMillis(1_200));
		assertThat(outcomes.getLast().whole()).isEqualTo(outcomes.getFirst().whole());
	}

	@Test
	void armsTheTroubleAndEndsIt() throws InterruptedException {
		show(look(1, NONE), look(1, NONE, "link account-stream is DOWN"), look(1, NONE));
		venue.answers("GET /simulator/faults/firings", "[{'wall_time':'2026-01-02T00:30:00Z'},{'wall_time':'2026-01-02T00:30:01Z'}]");
		Outcome outcome = strike.run(new Plan.Step(List.of(trouble(400)))).getFirst();
		assertThat(venue.asked()).contains("POST /simulator/faults {\"do\":1}").containsSubsequence("DELETE /simulator/faults",
				"GET /simulator/faults/firings", "DELETE /simulator/faults/firings");
		assertThat(outcome.strikes()).isEqualTo(2);
		assertThat(outcome.detected()).isPositive();
		assertThat(Duration.between(outcome.from(), outcome.whole())).isGreaterThanOrEqualTo(Duration.ofMillis(400));
		assertThat(outcome.healed()).as("counted from its end").isLessThan(Duration.ofMillis(400));
	}

	@Test
	void noticesOrdersThatCameIntoDoubt() throws InterruptedException {
		show(look(1, new Books.Doubt(0, 3, 2)), look(1, new Books.Doubt(1, 4, 2)), look(1, new Books.Doubt(0, 4, 2)));
		assertThat(strike.run(new Plan.Step(List.of(trouble(10)))).getFirst().detected()).isNotNull();
	}

	@Test
	void saysWhenNobodyNoticedAnything() throws InterruptedException {
		show(look(1, new Books.Doubt(0, 3, 2)));
		Outcome outcome = strike.run(new Plan.Step(List.of(trouble(10)))).getFirst();
		assertThat(outcome.detected()).isNull();
		assertThat(outcome.isHealed()).isTrue();
	}

	@Test
	void leavesOutWhatTheSimulatorDoesNotKnow() throws InterruptedException {
		show(look(1, NONE));
		try (StubVenue older = new StubVenue()) {
			assertThat(new Strike(looks::getFirst, older.http(), Clock.systemUTC()).run(new Plan.Step(List.of(trouble(10))))).isEmpty();
		}
	}

	private void show(Pulse.Look... all) {
		looks.addAll(List.of(all));
	}

	private static Blow trouble(int millis) {
		return new Blow.Trouble("trouble", "{\"do\":1}", Duration.ofMillis(millis));
	}

	private static Pulse.Look look(long pid, Books.Doubt doubt, String... troubles) {
		return new Pulse.Look(new TreeSet<>(Set.of(troubles)), Map.of(Component.RISK, new Status("risk", State.UP, pid, 1, Instant.EPOCH, 0, 0, "")), doubt);
	}
}
