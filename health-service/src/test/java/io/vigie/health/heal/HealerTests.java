package io.vigie.health.heal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigie.common.kafka.AgentLogs;
import io.vigie.common.message.Ids;
import io.vigie.health.MutableClock;
import io.vigie.health.probe.Probes;
import io.vigie.health.probe.Reading;
import io.vigie.health.probe.State;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;

class HealerTests {

	private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
	private static final HealSettings SETTINGS = new HealSettings(true, Duration.ofSeconds(45), Duration.ofMinutes(1), 3,
			Duration.ofHours(1), Duration.ofSeconds(1), "", "", "");

	private final MutableClock clock = new MutableClock(NOON);
	private final Probes probes = mock(Probes.class);
	private final Restarters restarters = mock(Restarters.class);
	private final HealBook book = mock(HealBook.class);
	private final Map<String, State> states = new HashMap<>(
			Map.of("analyst", State.DOWN, "postgres", State.UP, "kafka", State.UP, "health", State.DOWN, "disk", State.DOWN));

	@BeforeEach
	void stub() {
		when(probes.look(any())).thenAnswer(it -> Optional.ofNullable(states.get(it.<String>getArgument(0)))
			.map(state -> Reading.of(it.getArgument(0), state, "seen", Duration.ZERO, clock.instant())));
		when(restarters.present()).thenReturn(true);
		when(restarters.restart(any())).thenReturn("restarted");
	}

	@ParameterizedTest
	@ValueSource(strings = { "postgres", "kafka" })
	void restartsNobodyWhoOnlyLacksTheGround(String ground) {
		states.put(ground, State.DOWN);
		Heal heal = healer().heal("analyst", Trigger.REQUEST);
		assertThat(heal.result()).isEqualTo(Result.REFUSED);
		assertThat(heal.why()).isEqualTo(ground + " is away, and without it a restart of analyst would not help");
		verify(restarters, never()).restart(any());
		assertThat(healer().heal(ground, Trigger.REQUEST).why()).as("the ground itself is restarted").startsWith("restarted");
	}

	@ParameterizedTest
	@ValueSource(strings = { "health", "disk" })
	void restartsNeitherItselfNorWhatIsNoProcess(String component) {
		assertThat(healer().heal(component, Trigger.REQUEST).result()).isEqualTo(Result.REFUSED);
		verify(restarters, never()).restart(any());
	}

	@Test
	void restartsNoMoreThanTheBoundHoweverOftenItIsAsked() {
		Healer healer = healer();
		for (int minute = 0; minute < 59; minute++) {
			healer.heal("analyst", Trigger.AUTOMATIC);
			clock.advance(Duration.ofMinutes(1));
		}
		verify(restarters, times(3)).restart("analyst");
		clock.advance(Duration.ofMinutes(10));
		healer.heal("analyst", Trigger.AUTOMATIC);
		verify(restarters, times(4)).restart("analyst");
	}

	@Test
	void remembersRestartsAcrossItsOwn() {
		when(book.since(any())).thenReturn(List.of(new Heal(Ids.named("a"), "analyst", Trigger.REQUEST, Result.FAILED, "", "", "",
				NOON.minusSeconds(10), NOON)));
		assertThat(healer().heal("analyst", Trigger.REQUEST).why()).contains("again only after");
		assertThat(healer().isRefused("analyst", NOON)).isTrue();
	}

	@Test
	void countsARestartAlsoWhenTheLauncherDidNotTakeIt() {
		when(restarters.restart(any())).thenThrow(new RestartRefused("no"));
		Healer healer = healer();
		assertThat(healer.heal("analyst", Trigger.AUTOMATIC).result()).isEqualTo(Result.FAILED);
		assertThat(healer.heal("analyst", Trigger.AUTOMATIC).result()).isEqualTo(Result.REFUSED);
		verify(restarters, times(1)).restart(any());
	}

	@Test
	void saysWhenItIsNotUpInTime() {
		Heal heal = healer().heal("analyst", Trigger.REQUEST);
		assertThat(heal.result()).isEqualTo(Result.FAILED);
		assertThat(heal.why()).isEqualTo("restarted, but it is not up after 1 s");
	}

	@Test
	void healsAlsoWhileTheDatabaseCanNotNoteIt() {
		doThrow(new DataAccessResourceFailureException("away")).when(book).write(any());
		when(restarters.restart("postgres")).thenAnswer(_ -> {
			states.put("postgres", State.UP);
			return "restarted";
		});
		states.put("postgres", State.DOWN);
		Healer healer = healer();
		assertThat(healer.heal("postgres", Trigger.AUTOMATIC).result()).isEqualTo(Result.HEALED);
		doNothing().when(book).write(any());
		healer.catchUp();
		verify(book, times(2)).write(any());
	}

	@Test
	void triesNothingByItselfWhereNobodyCanRestart() {
		when(restarters.present()).thenReturn(false);
		assertThat(healer().isRefused("analyst", NOON)).isTrue();
	}

	@Test
	void saysWhyItSparesWhatMayBeStarting() {
		Heal heal = healer().spare("analyst");
		assertThat(heal.result()).isEqualTo(Result.REFUSED);
		assertThat(heal.why()).contains("may still be starting");
		assertThat(heal.before()).startsWith("DOWN");
	}

	private Healer healer() {
		return new Healer(probes, restarters, SETTINGS, book, mock(AgentLogs.class), new SimpleMeterRegistry(), clock);
	}
}
