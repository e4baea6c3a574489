package io.vigie.local.chaos;

import io.vigie.local.process.Processes;
import io.vigie.local.process.Status;
import io.vigie.local.setting.Component;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Carries out one step and watches until the platform is whole again, within limits. */
final class Strike {

	/** Long enough for anything that heals by itself. */
	private static final Duration LONGEST = Duration.ofSeconds(120);

	/** How much longer a trouble stays that has found nothing to strike yet: who would be struck is just being started again. */
	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private static final Duration PAUSE = Duration.ofMillis(150);

	private static final int GOOD = 300;

	private final Looking pulse;

	private final Http venue;

	private final Clock clock;

	Strike(Looking pulse, Http venue, Clock clock) {
		this.pulse = pulse;
		this.venue = venue;
		this.clock = clock;
	}

	/** Looks at the platform. */
	interface Looking {

		Pulse.Look look() throws InterruptedException;
	}

	/**
	 * One blow while it is being watched: when something of it was seen, when the venue was told to stop, and since when what a
	 * kill concerns is well.
	 */
	private static final class Watched {

		private final Blow blow;

		private final Instant from;

		private final long pid;

		private @Nullable Instant seen;

		private @Nullable Instant over;

		private @Nullable Instant well;

		private Watched(Blow blow, Instant from, long pid) {
			this.blow = blow;
			this.from = from;
			this.pid = pid;
		}
	}

	/** The outcome of each blow; nothing of a trouble the simulator does not know. */
	List<Outcome> run(Plan.Step step) throws InterruptedException {
		Pulse.Look before = pulse.look();
		Instant market = venue.get("/simulator/status").map(it -> Instant.parse(it.path("market_time").asString())).orElse(Instant.EPOCH);
		List<Watched> watched = new ArrayList<>();
		for (Blow blow : step.blows().reversed()) {
			strike(blow, before).ifPresent(watched::add);
		}
		Pulse.Look look = before;
		boolean alone = watched.stream().noneMatch(each -> each.blow instanceof Blow.Trouble);
		String last = "";
		Instant whole = null;
		Instant deadline = clock.instant().plus(LONGEST);
		while (whole == null && clock.instant().isBefore(deadline)) {
			Thread.sleep(PAUSE);
			look = pulse.look();
			Instant now = clock.instant();
			last = look.isWhole() ? last : String.join(", ", look.troubles());
			for (Watched each : watched) {
				notice(each, before, look, now, alone);
			}
			boolean over = watched.stream().allMatch(each -> each.over != null);
			// Twice in a row: what flickers is not well.
			whole = over && look.isWhole() && pulse.look().isWhole() ? now : null;
		}
		String left = whole != null ? "" : look.isWhole() ? "nobody saw it happen" : String.join(", ", look.troubles());
		Instant end = whole == null ? clock.instant() : whole;
		List<Instant> strikes = strikes();
		venue.send("DELETE", "/simulator/faults/firings", "");
		String slowest = last;
		return watched.stream().map(each -> outcome(each, market, end, left, strikes, slowest)).toList();
	}

	/** When the venue did what it was told to in this step; nothing where it does not answer. */
	private List<Instant> strikes() {
		return venue.get("/simulator/faults/firings").stream().flatMap(JsonNode::valueStream)
				.map(it -> Instant.parse(it.path("wall_time").asString())).toList();
	}

	private Optional<Watched> strike(Blow blow, Pulse.Look before) {
		switch (blow) {
			case Blow.Kill(Component part) -> {
				long pid = Optional.ofNullable(before.processes().get(part)).map(Status::pid).orElse(0L);
				Watched watched = new Watched(blow, clock.instant(), pid);
				ProcessHandle.of(pid).filter(_ -> pid > 0).ifPresent(Processes::kill);
				return Optional.of(watched);
			}
			case Blow.Trouble trouble -> {
				Watched watched = new Watched(blow, clock.instant(), 0);
				return venue.send("POST", "/simulator/faults", trouble.fault()).map(HttpResponse::statusCode).filter(code -> code < GOOD)
						.map(_ -> watched);
			}
		}
	}

	private void notice(Watched watched, Pulse.Look before, Pulse.Look look, Instant now, boolean alone) {
		switch (watched.blow) {
			case Blow.Kill(Component part) -> {
				Status status = look.processes().get(part);
				if (watched.seen == null && status != null && status.pid() != watched.pid) {
					// The supervisor knows better than whoever asks it now and then.
					watched.seen = status.since().isAfter(watched.from) ? status.since() : now;
					watched.over = watched.from;
				}
				boolean well = alone ? look.isWhole() : look.standsByItself();
				watched.well = !well ? null : watched.well == null ? now : watched.well;
			}
			case Blow.Trouble trouble -> {
				boolean noticed = look.sees("link ") || look.doubt().everUnknown() > before.doubt().everUnknown()
						|| look.doubt().everRefused() > before.doubt().everRefused();
				watched.seen = watched.seen == null && noticed ? now : watched.seen;
				Instant enough = watched.from.plus(trouble.lasts());
				boolean due = !now.isBefore(enough) && (!now.isBefore(enough.plus(PATIENCE)) || !strikes().isEmpty());
				if (watched.over == null && due && clear()) {
					watched.over = now;
				}
			}
		}
	}

	/** Nothing goes wrong at the venue from now on; asked again where it does not answer, for it may have been killed as well. */
	boolean clear() {
		return venue.send("DELETE", "/simulator/faults", "").filter(it -> it.statusCode() < GOOD).isPresent();
	}

	private static Outcome outcome(Watched watched, Instant market, Instant end, String left, List<Instant> strikes, String last) {
		boolean kill = watched.blow instanceof Blow.Kill;
		Instant first = kill ? watched.from : strikes.stream().min(Comparator.naturalOrder()).orElse(watched.from);
		Instant seen = watched.seen;
		Duration detected = seen == null ? null : seen.isBefore(first) ? Duration.ZERO : Duration.between(first, seen);
		Instant over = watched.over;
		Instant well = watched.well == null ? end : watched.well;
		Duration healed = !left.isEmpty() || over == null ? null : Duration.between(over, kill ? well : end);
		return new Outcome(watched.blow, watched.from, end, market, kill ? 1 : strikes.size(), detected, healed, left, last);
	}
}
