package io.vigie.engine.venue;

import static io.vigie.engine.venue.VenueFixtures.BTC;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.engine.market.Side;
import io.vigie.engine.market.Tick;
import java.math.BigDecimal;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every order and every print. */
class MatchingPropertyTests {

	@Property
	void neverTradesMoreThanAsked(@ForAll("matchers") OrderMatcher matcher, @ForAll Side side, @ForAll("types") OrderType type,
			@ForAll("quantities") BigDecimal wanted, @ForAll("prices") BigDecimal price, @ForAll("quantities") BigDecimal size) {
		matcher.match(BTC, side, type, wanted, tick(price, size)).execution().ifPresent(it -> {
			assertThat(it.quantity()).isPositive().isLessThanOrEqualTo(wanted);
			assertThat(BTC.isOnLot(it.quantity())).isTrue();
			assertThat(BTC.isOnTick(it.price())).isTrue();
		});
	}

	@Property
	void neverTradesALimitBeyondIt(@ForAll("matchers") OrderMatcher matcher, @ForAll Side side, @ForAll boolean resting,
			@ForAll("prices") BigDecimal limit, @ForAll("quantities") BigDecimal wanted, @ForAll("prices") BigDecimal price) {
		matcher.match(BTC, side, new OrderType.Limit(limit, resting), wanted, tick(price, wanted)).execution().ifPresent(it -> {
			assertThat(side == Side.BUY ? it.price().compareTo(limit) : limit.compareTo(it.price())).isLessThanOrEqualTo(0);
			assertThat(price).isNotEqualByComparingTo(limit);
		});
	}

	@Property
	void neverTradesAStopBetterThanStopOrPrint(@ForAll("matchers") OrderMatcher matcher, @ForAll Side side,
			@ForAll("prices") BigDecimal stop, @ForAll("quantities") BigDecimal wanted, @ForAll("prices") BigDecimal price) {
		matcher.match(BTC, side, new OrderType.Stop(stop), wanted, tick(price, wanted)).execution().ifPresent(it -> {
			BigDecimal worse = side == Side.BUY ? stop.max(price) : stop.min(price);
			assertThat(side == Side.BUY ? it.price().compareTo(worse) : worse.compareTo(it.price())).isGreaterThanOrEqualTo(0);
		});
	}

	@Property
	void neverTradesAMarketOrderBetterThanThePrint(@ForAll("matchers") OrderMatcher matcher, @ForAll Side side,
			@ForAll("quantities") BigDecimal wanted, @ForAll("prices") BigDecimal price) {
		matcher.match(BTC, side, new OrderType.Market(), wanted, tick(price, wanted)).execution().ifPresent(it ->
			assertThat(side == Side.BUY ? it.price().compareTo(price) : price.compareTo(it.price())).isGreaterThanOrEqualTo(0));
	}

	@Property
	void neverMovesATrailBack(@ForAll Side side, @ForAll("prices") BigDecimal extreme, @ForAll("prices") BigDecimal price) {
		OrderType.TrailingStop before = new OrderType.TrailingStop(new Trail.Percent(BigDecimal.TWO), extreme);
		Match match = VenueFixtures.frictionless().match(BTC, side, before, BigDecimal.ONE, tick(price, BigDecimal.ONE));
		if (match.working() instanceof OrderType.TrailingStop after) {
			assertThat(side == Side.SELL ? after.extreme().compareTo(extreme) : extreme.compareTo(after.extreme()))
				.isGreaterThanOrEqualTo(0);
		}
	}

	@Provide
	Arbitrary<OrderMatcher> matchers() {
		return Arbitraries.of(VenueFixtures.frictionless(), VenueFixtures.slipping(), VenueFixtures.shallow(),
				new OrderMatcher(new Slippage.VolumeImpact(new BigDecimal("0.1")), new Depth.VolumeShare(new BigDecimal("0.025"))));
	}

	@Provide
	Arbitrary<OrderType> types() {
		return prices().flatMap(price -> Arbitraries.of(new OrderType.Market(), new OrderType.Limit(price),
				new OrderType.Limit(price, true), new OrderType.Stop(price), new OrderType.StopLimit(price, price),
				new OrderType.TrailingStop(new Trail.Amount(BigDecimal.ONE), price)));
	}

	@Provide
	Arbitrary<BigDecimal> prices() {
		return Arbitraries.longs().between(1, 500_000).map(it -> BigDecimal.valueOf(it, 2));
	}

	@Provide
	Arbitrary<BigDecimal> quantities() {
		return Arbitraries.longs().between(1, 50_000_000_000L).map(it -> BigDecimal.valueOf(it, 9));
	}

	private static Tick tick(BigDecimal price, BigDecimal size) {
		return new Tick("BTC/USD", 1, Instant.EPOCH, price, size);
	}
}
