package io.vigie.health.system;

import io.vigie.common.message.Ids;
import io.vigie.health.alert.Alert;
import io.vigie.health.alert.AlertDesk;
import io.vigie.health.alert.Backlog;
import io.vigie.health.probe.Lags;
import io.vigie.health.probe.Probes;
import io.vigie.health.probe.Reading;
import io.vigie.health.probe.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;

/**
 * Looks, believes, tells. Lives in memory, because it has to answer also while the database is away; what it believes is
 * written down as soon as that is possible, and taken up again after a restart.
 */
@Service
@EnableConfigurationProperties(SystemSettings.class)
public class SystemDesk {

	private static final Logger log = LoggerFactory.getLogger(SystemDesk.class);
	private static final Duration RECOVERY = Duration.ofSeconds(30);

	private final Probes probes;
	private final AlertDesk alerts;
	private final SystemSettings settings;
	private final Clock clock;
	private final Backlog<Standing> history = new Backlog<>("component history");
	private final StandingBook book;
	private final Map<String, Track> tracks = new TreeMap<>();
	private final Map<String, Incident> incidents = new TreeMap<>();
	private final Map<String, Instant> recovered = new TreeMap<>();
	private final Map<String, Standing> standings = new ConcurrentHashMap<>();
	private final Map<String, Reading> readings = new ConcurrentHashMap<>();
	private final ReentrantLock looking = new ReentrantLock();
	private final Instant startedAt;

	SystemDesk(Probes probes, AlertDesk alerts, StandingBook book, SystemSettings settings, Clock clock) {
		this.probes = probes;
		this.alerts = alerts;
		this.book = book;
		this.settings = settings;
		this.clock = clock;
		Instant now = clock.instant();
		this.startedAt = now;
		probes.components().forEach(it -> tracks.put(it, new Track(it, settings.damping(), now)));
		book.present().forEach(it -> tracks.computeIfPresent(it.component(), (_, _) -> new Track(it, settings.damping(), now)));
		tracks.forEach((component, track) -> standings.put(component, track.standing()));
		alerts.open()
			.stream()
			.filter(it -> it.source().equals("probe") && !tracks.containsKey(it.component()))
			.forEach(it -> alerts.resolve(it.component(), it.component() + " is no longer watched"));
	}

	/** Once round all components; nothing happens while a round is under way. */
	public void round() {
		if (!looking.tryLock()) {
			return;
		}
		try {
			List<Reading> seen = probes.look();
			Lags lags = probes.lags();
			seen.forEach(it -> readings.put(it.component(), it));
			seen.forEach(it -> follow(it, lags));
			seen.forEach(this::alert);
		}
		finally {
			looking.unlock();
		}
		history.work(book::write);
	}

	private void follow(Reading reading, Lags lags) {
		Track track = tracks.computeIfAbsent(reading.component(), it -> new Track(it, settings.damping(), clock.instant()));
		track.see(reading).ifPresent(change -> {
			history.add(track.standing());
			if (change.ends()) {
				recovered.put(change.component(), reading.at());
			}
			log.atInfo()
				.addKeyValue("component", change.component())
				.addKeyValue("from", change.from())
				.addKeyValue("to", change.to())
				.addKeyValue("why", change.why())
				.log("Component changed its state");
		});
		Standing standing = track.standing();
		standings.put(reading.component(), standing);
		Instant fell = standing.incident();
		if (fell != null) {
			incidents.computeIfAbsent(reading.component(), it -> new Incident(it, fell)).see(standing, reading, lags);
		}
	}

	/** By state, not by change, so that an alert excused at first is raised when the excuse is gone. */
	private void alert(Reading reading) {
		String component = reading.component();
		Standing standing = standing(component);
		Incident incident = incidents.get(component);
		if (standing.incident() == null) {
			incidents.remove(component);
			alerts.openFor(component).filter(it -> it.source().equals("probe") && standing.state() == State.UP).ifPresent(open -> {
				Incident over = incident == null ? new Incident(component, open.since()) : incident;
				alerts.resolve(component, over.resolution(standing.since()));
			});
			return;
		}
		if (reading.suspects().stream().anyMatch(it -> isJustBack(it, reading.at()))) {
			return;
		}
		Optional<Incident> culprit = culprit(reading);
		if (culprit.isPresent()) {
			culprit.get().affects(component);
			return;
		}
		// Who is just coming back, perhaps with the one it blamed, no longer says whom it blamed.
		if (incident != null && Change.isTrouble(standing.state()) && reading.state() != State.UP) {
			alerts.raise(Alert.open(Ids.named("alert", component, standing.incident()), component,
					AlertDesk.severity(standing.state() == State.DOWN), incident.summary(), incident.detail(), "probe", standing.incident()));
		}
	}

	/** One cause, one alert: who only lacks something that is itself in trouble is told of there. */
	private Optional<Incident> culprit(Reading reading) {
		return reading.suspects().stream().filter(it -> standing(it).state() != State.UP).flatMap(it -> Optional.ofNullable(incidents.get(it)).stream()).findFirst();
	}

	/** Who stood on it needs a moment to find back too. */
	private boolean isJustBack(String component, Instant now) {
		Instant back = recovered.get(component);
		return back != null && now.isBefore(back.plus(RECOVERY));
	}

	private Standing standing(String component) {
		return standings.getOrDefault(component, new Standing(component, State.UNKNOWN, clock.instant(), "not watched", null));
	}

	/** The components that are DOWN, and since when; what was so before this start gets the time to start too. */
	public Map<String, Instant> down() {
		Map<String, Instant> down = new TreeMap<>();
		standings.values().stream().filter(it -> it.state() == State.DOWN).forEach(it -> down.put(it.component(),
				it.since().isBefore(startedAt) ? startedAt.plus(settings.grace()) : it.since()));
		return down;
	}

	/** Whether it was ever seen in any state; otherwise it may still be starting. */
	public boolean wasSeen(String component) {
		return standing(component).state() != State.UNKNOWN;
	}

	public SystemView view() {
		Lags lags = probes.lags();
		List<ComponentView> components = standings.values()
			.stream()
			.sorted(Comparator.comparing(Standing::component))
			.map(it -> view(it, readings.get(it.component()), lags))
			.toList();
		State overall = components.stream().map(ComponentView::state).max(Comparator.naturalOrder()).orElse(State.UNKNOWN);
		List<String> troubled = components.stream()
			.filter(it -> it.state() != State.UP)
			.map(it -> it.component() + " " + it.state() + " since " + it.since() + ": " + it.why())
			.toList();
		return new SystemView(components.stream().anyMatch(it -> it.state() == State.UNKNOWN) && overall == State.UP ? State.UNKNOWN : overall,
				troubled.isEmpty() ? "all " + components.size() + " components are up" : String.join("; ", troubled), clock.instant(), components);
	}

	private ComponentView view(Standing standing, @Nullable Reading reading, Lags lags) {
		boolean agrees = reading != null && reading.state() == standing.state();
		return new ComponentView(standing.component(), standing.state(), standing.since(),
				agrees && reading != null ? reading.why() : standing.why(), reading == null ? null : reading.at(),
				reading == null ? 0 : reading.took().toMillis(), reading == null ? Set.of() : suspects(reading),
				lags.of(standing.component()), reading == null ? Map.of() : reading.facts());
	}

	/** Only those that are in trouble themselves are blamed in public. */
	private Set<String> suspects(Reading reading) {
		return reading.suspects().stream().filter(it -> Change.isTrouble(standing(it).state())).collect(Collectors.toCollection(TreeSet::new));
	}

	void forgetOld() {
		Instant before = clock.instant().minus(settings.kept());
		book.forget(before);
		alerts.forget(before);
	}
}
