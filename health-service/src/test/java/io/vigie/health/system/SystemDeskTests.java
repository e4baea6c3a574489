package io.vigie.health.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.vigie.common.message.AlertRaised.Severity;
import io.vigie.common.message.Ids;
import io.vigie.health.MutableClock;
import io.vigie.health.alert.Alert;
import io.vigie.health.alert.AlertDesk;
import io.vigie.health.probe.Lags;
import io.vigie.health.probe.Probes;
import io.vigie.health.probe.Reading;
import io.vigie.health.probe.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class SystemDeskTests {

	private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
	private static final SystemSettings SETTINGS = new SystemSettings(Duration.ofSeconds(5), 2, Duration.ofSeconds(90), 3,
			Duration.ofMinutes(10), Duration.ofMinutes(2), Duration.ofDays(1));

	private final MutableClock clock = new MutableClock(NOON);
	private final Probes probes = mock(Probes.class);
	private final AlertDesk alerts = mock(AlertDesk.class);
	private final StandingBook book = mock(StandingBook.class);
	private final Map<String, State> states = new TreeMap<>(
			Map.of("analyst", State.UP, "risk", State.UP, "postgres", State.UP, "kafka", State.UP));
	private Set<String> blamed = Set.of();
	private Lags lags = Lags.UNKNOWN;

	@BeforeEach
	void stub() {
		when(probes.components()).thenAnswer(_ -> List.copyOf(states.keySet()));
		when(probes.look()).thenAnswer(_ -> readings());
		when(probes.lags()).thenAnswer(_ -> lags);
		when(alerts.openFor(any())).thenReturn(Optional.empty());
	}

	@Test
	void raisesOneAlertForOneCauseAndNamesTheVictimsThere() {
		SystemDesk desk = running();
		blamed = Set.of("postgres");
		states.putAll(Map.of("postgres", State.DOWN, "analyst", State.DEGRADED, "risk", State.DOWN));
		rounds(desk, 4);
		reset("analyst", "risk");
		rounds(desk, 1);
		reset("postgres");
		when(alerts.openFor("postgres")).thenReturn(Optional.of(open("postgres")));
		rounds(desk, 3);
		verify(alerts).resolve(eq("postgres"), contains("affected meanwhile: analyst, risk"));
		verify(alerts, never()).raise(about("analyst"));
		verify(alerts, never()).raise(about("risk"));
	}

	@Test
	void raisesTheVictimsOwnAlertWhenItsExcuseIsGone() {
		SystemDesk desk = running();
		blamed = Set.of("postgres");
		states.putAll(Map.of("postgres", State.DOWN, "analyst", State.DEGRADED));
		rounds(desk, 3);
		reset("postgres");
		rounds(desk, 7);
		verify(alerts, never()).raise(about("analyst"));
		rounds(desk, 2);
		verify(alerts, atLeastOnce()).raise(argThat(it -> it.component().equals("analyst") && it.severity() == Severity.WARNING));
	}

	@Test
	void tellsOfAHungServiceItselfWhileTheGroundIsFine() {
		SystemDesk desk = running();
		blamed = Set.of("postgres", "kafka");
		states.put("analyst", State.DOWN);
		rounds(desk, 2);
		verify(alerts).raise(argThat(it -> it.component().equals("analyst") && it.severity() == Severity.CRITICAL));
		assertThat(view(desk, "analyst").suspects()).as("nobody who is well is blamed").isEmpty();
	}

	@Test
	void saysWhatWasMissedAndForHowLong() {
		SystemDesk desk = running();
		states.put("analyst", State.DOWN);
		lags = new Lags(true, Map.of("analyst", Map.of("sentinel.bars.v1", 17L)));
		Instant fell = clock.instant();
		rounds(desk, 6);
		lags = new Lags(true, Map.of("analyst", Map.of("sentinel.bars.v1", 0L)));
		reset("analyst");
		when(alerts.openFor("analyst")).thenReturn(Optional.of(open("analyst")));
		rounds(desk, 2);
		verify(alerts).resolve(eq("analyst"),
				contains("was DOWN from " + fell + " to " + fell.plusSeconds(30) + " (30 s; seen DOWN); 17 messages waited for it meanwhile"));
	}

	@Test
	void keepsWatchingWhileTheDatabaseIsAwayAndWritesLater() {
		doThrow(new DataAccessResourceFailureException("away")).when(book).write(any());
		SystemDesk desk = running();
		states.put("analyst", State.DOWN);
		rounds(desk, 2);
		assertThat(view(desk, "analyst").state()).isEqualTo(State.DOWN);
		List<Standing> written = new ArrayList<>();
		doAnswer(it -> written.add(it.getArgument(0))).when(book).write(any());
		rounds(desk, 1);
		assertThat(written).extracting(Standing::component, Standing::state)
			.endsWith(tuple("analyst", State.DOWN))
			.hasSize(5);
	}

	@Test
	void givesWhatWasDownBeforeItsOwnStartTheTimeToStartToo() {
		Instant yesterday = NOON.minus(Duration.ofDays(1));
		when(book.present()).thenReturn(List.of(new Standing("analyst", State.DOWN, yesterday, "hung", yesterday),
				new Standing("risk", State.UP, yesterday, "fine", null)));
		states.putAll(Map.of("analyst", State.DOWN, "risk", State.DOWN));
		SystemDesk desk = desk();
		rounds(desk, 3);
		assertThat(desk.down()).containsExactly(Map.entry("analyst", NOON.plusSeconds(90)));
		assertThat(desk.wasSeen("risk")).isFalse();
		verify(alerts, never()).raise(about("risk"));
		rounds(desk, 17);
		assertThat(desk.down()).containsKeys("analyst", "risk");
	}

	@Test
	void closesAlertsOfWhatIsNoLongerWatched() {
		when(alerts.open()).thenReturn(List.of(open("grafana"), open("risk")));
		desk();
		verify(alerts).resolve("grafana", "grafana is no longer watched");
		verify(alerts, never()).resolve(eq("risk"), any());
	}

	@Test
	void showsTheWorstOfAllAndWho() {
		SystemDesk desk = running();
		assertThat(desk.view().overall()).isEqualTo(State.UP);
		assertThat(desk.view().summary()).isEqualTo("all 4 components are up");
		states.put("risk", State.DEGRADED);
		rounds(desk, 2);
		assertThat(desk.view().overall()).isEqualTo(State.DEGRADED);
		assertThat(desk.view().summary()).startsWith("risk DEGRADED since ").endsWith("seen DEGRADED");
	}

	private SystemDesk running() {
		SystemDesk desk = desk();
		rounds(desk, 1);
		return desk;
	}

	private SystemDesk desk() {
		return new SystemDesk(probes, alerts, book, SETTINGS, clock);
	}

	private List<Reading> readings() {
		return states.entrySet()
			.stream()
			.map(it -> Reading.of(it.getKey(), it.getValue(), "seen " + it.getValue(), Duration.ZERO, clock.instant()))
			.map(it -> it.state() == State.UP || blamed.contains(it.component()) ? it : it.blaming(blamed))
			.toList();
	}

	private void reset(String... components) {
		for (String component : components) {
			states.put(component, State.UP);
		}
	}

	private void rounds(SystemDesk desk, int count) {
		for (int i = 0; i < count; i++) {
			desk.round();
			clock.advance(Duration.ofSeconds(5));
		}
	}

	private static ComponentView view(SystemDesk desk, String component) {
		return desk.view().components().stream().filter(it -> it.component().equals(component)).findFirst().orElseThrow();
	}

	private static Alert open(String component) {
		return Alert.open(Ids.named(component), component, Severity.CRITICAL, "down", "down", "probe", NOON);
	}

	private static Alert about(String component) {
		return argThat(it -> it != null && it.component().equals(component));
	}
}
