package io.vigie.simulator.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;

import io.vigie.engine.market.Quote;
import io.vigie.engine.market.Tick;
import io.vigie.simulator.exchange.MarketEvent;
import io.vigie.simulator.exchange.Order;
import io.vigie.simulator.exchange.VenueFixture;
import io.vigie.simulator.fault.AnswerHarm;
import io.vigie.simulator.fault.Harm;
import io.vigie.simulator.fault.Site;
import io.vigie.simulator.fault.StreamHarm;
import io.vigie.simulator.injection.Injector;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliveryTests {

	private final Injector injector = mock(Injector.class);
	private final Connections connections = mock(Connections.class);
	private final StreamLimits timer = mock(StreamLimits.class);
	private final List<Runnable> later = new ArrayList<>();
	private final List<Told> told = new ArrayList<>();
	private final Delivery delivery = new Delivery("crypto", it -> it instanceof MarketEvent.Printed, injector, connections, timer, told::add);

	@BeforeEach
	void keepWhatIsForLater() {
		willAnswer(it -> later.add(it.getArgument(0))).given(timer).later(any(), anyInt());
		willAnswer(it -> {
			it.<Runnable>getArgument(0).run();
			return null;
		}).given(timer).apart(any());
	}

	@Test
	void tellsEverythingInOrderWhereNothingIsArmed() {
		given(injector.isQuiet()).willReturn(true);
		delivery.on(prints(1, 2, 3));
		assertThat(sequences()).containsExactly(1, 2, 3);
		then(injector).should(never()).strike(any(), any());
	}

	@Test
	void tellsEverythingInOrderWhereNothingStrikes() {
		delivery.on(prints(1, 2, 3));
		assertThat(sequences()).containsExactly(1, 2, 3);
	}

	@Test
	void tellsOnlyWhatTheStreamCarries() {
		delivery.on(List.of(new MarketEvent.OrderChanged("new", new UUID(0, 1), VenueFixture.START, order(), null, null, null)));
		assertThat(told).isEmpty();
	}

	@Test
	void losesWhatIsLost() {
		strike(2, new StreamHarm.EventLost());
		delivery.on(prints(1, 2, 3));
		assertThat(sequences()).containsExactly(1, 3);
	}

	@Test
	void repeatsAtOnce() {
		strike(2, new StreamHarm.EventDuplicated(2));
		delivery.on(prints(1, 2, 3));
		assertThat(sequences()).containsExactly(1, 2, 2, 2, 3);
	}

	@Test
	void letsOthersOvertake() {
		strike(1, new StreamHarm.EventReordered(2, null));
		delivery.on(prints(1, 2, 3, 4));
		assertThat(sequences()).containsExactly(2, 3, 1, 4);
		later.forEach(Runnable::run);
		assertThat(sequences()).containsExactly(2, 3, 1, 4);
	}

	@Test
	void waitsForOvertakersOnlySoLong() {
		strike(1, new StreamHarm.EventReordered(5, 70));
		delivery.on(prints(1, 2));
		then(timer).should().later(any(), eq(70));
		later.forEach(Runnable::run);
		assertThat(sequences()).containsExactly(2, 1);
		delivery.on(prints(3, 4, 5, 6));
		assertThat(sequences()).containsExactly(2, 1, 3, 4, 5, 6);
	}

	@Test
	void isLateWithoutMakingOthersWait() {
		strike(1, new StreamHarm.EventDelayed(30), new StreamHarm.EventDuplicated(1));
		delivery.on(prints(1, 2));
		assertThat(sequences()).containsExactly(2);
		later.forEach(Runnable::run);
		assertThat(sequences()).containsExactly(2, 1, 1);
	}

	@Test
	void letsTwoThatWaitPassInTheOrderTheyAreDue() {
		strike(1, new StreamHarm.EventReordered(1, null));
		strike(2, new StreamHarm.EventReordered(1, null));
		delivery.on(prints(1, 2, 3));
		assertThat(sequences()).containsExactly(3, 1, 2);
	}

	@Test
	void handsEditsOn() {
		Harm skew = new AnswerHarm.ClockSkew(BigDecimal.ONE);
		strike(1, skew);
		delivery.on(prints(1, 2));
		assertThat(told.getFirst().edits()).containsExactly(skew);
		assertThat(told.getLast().edits()).isEmpty();
	}

	@Test
	void dropsTheStreamInsteadOfTellingAndForgetsWhatWaited() {
		strike(1, new StreamHarm.EventReordered(9, null));
		given(injector.strike(argThat(it -> it != null && it.site() == Site.MARKET && it.what().endsWith("SIM2/USD")), any()))
			.willReturn(List.of(new StreamHarm.StreamDropped(true)));
		delivery.on(prints(1, 2, 3));
		then(connections).should().cut("crypto", true);
		assertThat(sequences()).containsExactly(3);
		later.forEach(Runnable::run);
		assertThat(sequences()).containsExactly(3);
	}

	/** Each print has a symbol of its own, by which it is struck. */
	private void strike(int print, Harm... harms) {
		given(injector.strike(argThat(it -> it != null && it.site() == Site.MESSAGE && it.what().endsWith("SIM" + print + "/USD")), any()))
			.willReturn(List.of(harms));
	}

	private List<Integer> sequences() {
		return told.stream().map(it -> Math.toIntExact(((MarketEvent.Printed) it.event()).tick().sequence())).toList();
	}

	private static List<MarketEvent> prints(int... numbers) {
		return IntStream.of(numbers).<MarketEvent>mapToObj(it -> {
			Tick tick = new Tick("SIM" + it + "/USD", it, VenueFixture.START.plusSeconds(it), BigDecimal.TEN, BigDecimal.ONE);
			return new MarketEvent.Printed(tick, new Quote(tick.symbol(), tick.at(), tick.price(), tick.size(), tick.price(), tick.size()));
		}).toList();
	}

	private static Order order() {
		return VenueFixture.open().buy(VenueFixture.BTC, "1");
	}
}
