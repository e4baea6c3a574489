package io.vigie.simulator.exchange;

import static io.vigie.simulator.exchange.VenueFixture.START;
import static io.vigie.simulator.exchange.VenueFixture.d;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.engine.market.Bar;
import io.vigie.engine.venue.Slippage;
import io.vigie.simulator.recording.Recording;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TapeTests {

	private final Tape tape = new Tape(Recording.instrument("SIM1"), "Sim", Slippage.NONE);
	private final List<MarketEvent> events = new ArrayList<>();

	@Test
	void makesMinutesOfPrints() {
		print(0, "10", "1");
		print(20, "12", "2");
		print(40, "9", "3");
		print(59, "11", "4");
		print(60, "20", "5");
		Bar minute = tape.minutes().getFirst();
		assertThat(List.of(minute.open(), minute.high(), minute.low(), minute.close(), minute.volume()))
			.containsExactly(d("10"), d("12"), d("9"), d("11"), d("10"));
		assertThat(minute.trades()).isEqualTo(4);
		assertThat(minute.lastSequence()).isEqualTo(4);
		assertThat(events).containsExactly(new MarketEvent.BarClosed(minute));
	}

	@Test
	void closesAMinuteWithoutWaitingForTheNextPrint() {
		print(0, "10", "1");
		tape.close(START.plusSeconds(59), events);
		assertThat(events).isEmpty();
		tape.close(START.plusSeconds(60), events);
		tape.close(START.plusSeconds(61), events);
		assertThat(events).hasSize(1);
	}

	@Test
	void leavesOutMinutesWithoutPrints() {
		print(0, "10", "1");
		print(600, "11", "1");
		assertThat(tape.minutes()).hasSize(2);
	}

	@Test
	void knowsTheCloseOfTheDayBefore() {
		assertThat(tape.previousClose(START)).isEmpty();
		print(-120, "10", "1");
		print(-60, "11", "1");
		print(0, "12", "1");
		tape.close(START.plusSeconds(60), events);
		assertThat(tape.previousClose(START.plusSeconds(90))).contains(d("11"));
		assertThat(tape.previousClose(START.plus(Duration.ofDays(1)))).contains(d("12"));
	}

	@Test
	void keepsOnlySoManyPrintsButNumbersOn() {
		for (int i = 0; i < 10_050; i++) {
			tape.print(START, d("10"), d("1"), events);
		}
		List<Long> kept = new ArrayList<>();
		tape.prints().forEach(it -> kept.add(it.sequence()));
		assertThat(kept).hasSize(10_000).startsWith(51L).endsWith(10_050L);
	}

	private void print(int second, String price, String size) {
		tape.print(START.plusSeconds(second), d(price), d(size), events);
	}
}
