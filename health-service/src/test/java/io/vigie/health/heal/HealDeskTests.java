package io.vigie.health.heal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.vigie.common.message.Ids;
import io.vigie.health.MutableClock;
import io.vigie.health.system.SystemDesk;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HealDeskTests {

	private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

	private final SystemDesk system = mock(SystemDesk.class);
	private final Healer healer = mock(Healer.class);
	private final MutableClock clock = new MutableClock(NOON);

	@BeforeEach
	void stub() {
		when(system.wasSeen(any())).thenReturn(true);
		when(healer.heal(any(), any())).thenAnswer(it -> heal(it.getArgument(0), it.getArgument(1), Result.HEALED));
		when(healer.spare(any())).thenAnswer(it -> heal(it.getArgument(0), Trigger.REQUEST, Result.REFUSED));
	}

	@Test
	void healsFirstWhatTheOthersStandOn() {
		when(healer.dead()).thenReturn(List.of("analyst", "kafka", "orchestrator", "postgres", "simulator"));
		assertThat(desk(true).request(null).join().actions()).extracting(Heal::component)
			.containsExactly("postgres", "kafka", "simulator", "analyst", "orchestrator");
	}

	@Test
	void sparesWhatMayStillBeStartingUnlessItIsNamed() {
		when(healer.dead()).thenReturn(List.of("analyst"));
		when(system.wasSeen("analyst")).thenReturn(false);
		HealDesk desk = desk(true);
		assertThat(desk.request(null).join().actions()).extracting(Heal::result).containsExactly(Result.REFUSED);
		verify(healer, never()).heal(any(), any());
		assertThat(desk.request("analyst").join().actions()).extracting(Heal::result).containsExactly(Result.HEALED);
	}

	@Test
	void healsByItselfWhatIsDownLongEnoughAndNotRefused() {
		when(system.down()).thenReturn(Map.of("analyst", NOON.minusSeconds(45), "risk", NOON.minusSeconds(44), "executor", NOON.minusSeconds(60)));
		when(healer.isRefused("executor", NOON)).thenReturn(true);
		HealDesk desk = desk(true);
		desk.healByItself();
		verify(healer, timeout(5000)).heal("analyst", Trigger.AUTOMATIC);
		verify(healer, never()).heal("risk", Trigger.AUTOMATIC);
		verify(healer, never()).heal("executor", Trigger.AUTOMATIC);
	}

	@Test
	void leavesHealingToPeopleWhenToldSo() {
		when(system.down()).thenReturn(Map.of("analyst", NOON.minusSeconds(450)));
		desk(false).healByItself();
		verify(healer, never()).isRefused(any(), any());
	}

	@Test
	void healsAgainAfterARoundThatBrokeOff() {
		when(healer.dead()).thenThrow(new IllegalStateException("no look")).thenReturn(List.of());
		HealDesk desk = desk(true);
		assertThatThrownBy(() -> desk.request(null).join()).isInstanceOf(CompletionException.class)
			.hasCauseInstanceOf(IllegalStateException.class);
		assertThat(desk.request(null).join().summary()).isEqualTo("nothing is down, nothing was done");
	}

	@Test
	void healsAgainEvenAfterAnError() {
		when(healer.dead()).thenThrow(new StackOverflowError()).thenReturn(List.of());
		HealDesk desk = desk(true);
		assertThatThrownBy(() -> desk.request(null).join()).hasCauseInstanceOf(StackOverflowError.class);
		assertThat(desk.request(null).join().actions()).isEmpty();
	}

	private HealDesk desk(boolean automatic) {
		var settings = new HealSettings(automatic, Duration.ofSeconds(45), Duration.ofMinutes(1), 3, Duration.ofHours(1),
				Duration.ofSeconds(5), "", "", "");
		return new HealDesk(system, healer, mock(HealBook.class), settings, clock);
	}

	private static Heal heal(String component, Trigger trigger, Result result) {
		return new Heal(Ids.named(component), component, trigger, result, "because", "DOWN", "UP", NOON, NOON);
	}
}
