package io.vigie.engine.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** Whatever the order of arrival and however often things are said, the same is booked. */
class OrderArrivalTests {

	@Property(tries = 500)
	void reachesTheSameEndInAnyOrderOfArrival(@ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 50) Integer> cuts,
			@ForAll boolean whole, @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
		int filled = cuts.stream().mapToInt(it -> it).sum();
		arrives(OrderLife.intended(BigDecimal.valueOf(whole ? filled : filled + 7), "test"), cuts, whole, seed);
	}

	/** However much it was thought to buy. */
	@Property(tries = 500)
	void reachesTheSameEndByValue(@ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 50) Integer> cuts, @ForAll boolean whole,
			@ForAll @IntRange(min = 1, max = 400) int estimate, @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
		OrderLife order = arrives(OrderLife.intendedByValue(BigDecimal.valueOf(estimate), "test"), cuts, whole, seed);

		assertThat(order.quantity()).isGreaterThanOrEqualTo(order.filled());
		assertThat(order.byValue()).as("a quantity that is known is no estimate").isEqualTo(!whole);
		if (whole) {
			assertThat(order.quantity()).isEqualByComparingTo(order.filled());
		}
	}

	private static OrderLife arrives(OrderLife intended, List<Integer> cuts, boolean whole, long seed) {
		int filled = cuts.stream().mapToInt(it -> it).sum();
		List<OrderEvent> events = story(cuts, whole, filled);
		events.addAll(events);
		Collections.shuffle(events, new Random(seed));

		OrderLife order = intended;
		for (OrderEvent event : events) {
			Step step = order.after(event);
			assertThat(step).isNotInstanceOf(Step.Refused.class);
			if (step instanceof Step.Taken(OrderLife next)) {
				order = next;
				assertThat(order.filled()).isLessThanOrEqualTo(order.quantity());
			}
		}

		assertThat(order.filled()).isEqualByComparingTo(BigDecimal.valueOf(filled));
		assertThat(order.fills().booked()).hasSameSizeAs(cuts);
		assertThat(order.missing()).isZero();
		assertThat(order.state()).isEqualTo(whole ? OrderState.FILLED : OrderState.CANCELED);
		assertThat(order.isSettled()).isTrue();
		return order;
	}

	private static List<OrderEvent> story(List<Integer> cuts, boolean whole, int filled) {
		List<OrderEvent> events = new ArrayList<>();
		events.add(new OrderEvent.Sent());
		events.add(new OrderEvent.AnswerLost("reset"));
		events.add(new OrderEvent.Reported(OrderState.ACCEPTED, BigDecimal.ZERO, ""));
		int cumulative = 0;
		for (int cut : cuts) {
			cumulative += cut;
			events.add(new OrderEvent.Filled(new Fill(BigDecimal.valueOf(cut), BigDecimal.TEN, BigDecimal.valueOf(cumulative), Instant.EPOCH)));
		}
		events.add(new OrderEvent.Reported(whole ? OrderState.FILLED : OrderState.CANCELED, BigDecimal.valueOf(filled), ""));
		return events;
	}
}
