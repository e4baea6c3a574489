package io.vigie.executor.venue;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.engine.order.OrderType;
import io.vigie.executor.venue.LegSettings.Holder;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class VenueLegsTests {

	private static final BigDecimal WHOLE = new BigDecimal("2.0");
	private static final BigDecimal FRACTION = new BigDecimal("1.5");

	@Test
	void restsNeitherTrailsNorPairsForFractionsOrForCryptoOfTheRealAlpaca() {
		VenueLegs simulator = legs(Holder.AUTO, true);
		assertThat(simulator.refusal("AAPL", WHOLE)).isEmpty();
		assertThat(simulator.refusal("AAPL", FRACTION)).hasValueSatisfying(it -> assertThat(it).contains("a fraction of a share"));
		assertThat(simulator.refusal("BTC/USD", FRACTION)).isEmpty();
		assertThat(legs(Holder.AUTO, false).refusal("BTC/USD", FRACTION)).hasValueSatisfying(it -> assertThat(it).contains("crypto"));
		assertThat(legs(Holder.EXECUTOR, true).refusal("BTC/USD", FRACTION)).as("its rehearsal").isPresent();
	}

	@Test
	void leavesLegsToTheVenueWhereItCanHoldThem() {
		VenueLegs simulator = legs(Holder.AUTO, true);
		assertThat(simulator.atVenue("AAPL", WHOLE)).isTrue();
		assertThat(simulator.atVenue("AAPL", FRACTION)).isFalse();
		assertThat(simulator.atVenue("BTC/USD", FRACTION)).isTrue();

		assertThat(legs(Holder.AUTO, false).atVenue("BTC/USD", WHOLE)).isFalse();
		assertThat(legs(Holder.AUTO, false).atVenue("AAPL", WHOLE)).isTrue();
	}

	@Test
	void doesAsItIsTold() {
		assertThat(legs(Holder.EXECUTOR, true).atVenue("AAPL", WHOLE)).isFalse();
		assertThat(legs(Holder.EXECUTOR, true).atVenue("BTC/USD", WHOLE)).isFalse();
		assertThat(legs(Holder.VENUE, false).atVenue("BTC/USD", WHOLE)).isTrue();
	}

	@Test
	void writesStopsAsTheVenueTakesThem() {
		assertThat(legs(Holder.AUTO, true).stop("BTC/USD", new BigDecimal("98.00"))).isEqualTo(new VenueLegs.Stop(OrderType.STOP, null));
		assertThat(legs(Holder.EXECUTOR, true).stop("BTC/USD", new BigDecimal("98.00")).type()).isEqualTo(OrderType.STOP_LIMIT);
		assertThat(legs(Holder.EXECUTOR, true).stop("AAPL", new BigDecimal("98.00")).type()).isEqualTo(OrderType.STOP);
		assertThat(legs(Holder.AUTO, false).stop("AAPL", new BigDecimal("98.00"))).isEqualTo(new VenueLegs.Stop(OrderType.STOP, null));
		assertThat(legs(Holder.AUTO, false).stop("BTC/USD", new BigDecimal("98.01")))
			.isEqualTo(new VenueLegs.Stop(OrderType.STOP_LIMIT, new BigDecimal("96.04")));
	}

	private static VenueLegs legs(Holder holder, boolean plainCrypto) {
		return new VenueLegs(new LegSettings(holder, holder, BigDecimal.TWO), plainCrypto);
	}
}
