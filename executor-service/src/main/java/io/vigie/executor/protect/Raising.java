package io.vigie.executor.protect;

import io.vigie.common.bot.Bot;
import io.vigie.common.bot.Bots;
import io.vigie.executor.order.Order;
import io.vigie.executor.price.PriceSteps;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Whether a position's stop is due to be raised: by the settings' trail, or by how far the market moves. One that somebody placed is left. */
@Component
class Raising {

	private final TrueRanges ranges;
	private final Bots bots;
	private final PriceSteps steps;
	private final ProtectionSettings settings;
	private final Clock clock;
	private final Map<Cover.Lane, Instant> last = new ConcurrentHashMap<>();

	Raising(TrueRanges ranges, Bots bots, PriceSteps steps, ProtectionSettings settings, Clock clock) {
		this.ranges = ranges;
		this.bots = bots;
		this.steps = steps;
		this.settings = settings;
		this.clock = clock;
	}

	/** Only where one stop stands for all of it. */
	Optional<Plan> of(Cover cover, Situation situation) {
		BigDecimal price = situation.price();
		Instant before = last.get(cover.lane());
		boolean tooSoon = before != null && clock.instant().isBefore(before.plus(settings.trailEvery()));
		if (tooSoon || situation.stops().size() != 1) {
			return Optional.empty();
		}
		Order stop = situation.stops().getFirst();
		if (stop.terms().trail() != null) {
			// The venue raises it, and only the venue knows where to.
			last.put(cover.lane(), clock.instant());
			return Optional.of(new Plan.Ask(stop));
		}
		BigDecimal stands = stop.terms().stopPrice();
		if (!settings.raises() || price == null || stands == null || !situation.isOurs(stop)) {
			return Optional.empty();
		}
		Optional<BigDecimal> raised = Trail.raised(stands, price, distance(cover, price)).map(it -> steps.down(cover.symbol(), it))
			.filter(it -> it.compareTo(stands) > 0);
		raised.ifPresent(_ -> last.put(cover.lane(), clock.instant()));
		return raised.map(it -> new Plan.Raise(stop, it));
	}

	private BigDecimal distance(Cover cover, BigDecimal price) {
		Optional<BigDecimal> range = settings.atr().signum() == 0 ? Optional.empty()
				: bots.named(cover.bot()).map(Bot::timeframe).flatMap(it -> ranges.of(cover.symbol(), it));
		return range.map(it -> it.multiply(settings.atr())).orElseGet(() -> Objects.requireNonNull(Trail.distance(price, settings.trail())));
	}
}
