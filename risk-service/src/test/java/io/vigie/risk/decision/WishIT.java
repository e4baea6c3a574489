package io.vigie.risk.decision;

import static io.vigie.risk.RiskFixtures.buys;
import static io.vigie.risk.RiskFixtures.closes;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.common.kafka.Topics;
import io.vigie.common.message.Message;
import io.vigie.common.message.ProposalApproved;
import io.vigie.common.message.TradeProposed;
import io.vigie.common.testing.Wire;
import io.vigie.engine.market.Listing;
import io.vigie.engine.order.OrderStyle;
import io.vigie.engine.order.OrderType;
import io.vigie.risk.Neighbours;
import io.vigie.risk.RiskFixtures;
import io.vigie.risk.RiskTest;
import java.math.BigDecimal;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a person wants passes the same gate as what a strategy wants, reckoned at what it may cost. */
@RiskTest
class WishIT {

	@Autowired
	private Neighbours neighbours;
	@Autowired
	private Wire wire;
	@Autowired
	private Clock clock;

	@BeforeEach
	void forget() {
		neighbours.forgetEverything();
		neighbours.tellPortfolio("trend", 1, "20500", RiskFixtures.position("ETH/USD", "5", "900"));
	}

	@AfterEach
	void holdsAreCovered() {
		neighbours.assertHoldsAreCovered();
	}

	@Test
	void reckonsWithTheLimit() {
		var style = new OrderStyle(OrderType.LIMIT, null, new BigDecimal("910"), null);
		ProposalApproved approved = neighbours.approved(wish(buys("trend", "BTC/USD", "900", clock.instant()), style));

		assertThat(approved.proposal().style()).isEqualTo(style);
		assertThat(approved.hold()).isGreaterThan(approved.quantity().multiply(new BigDecimal("910")));
		assertThat(approved.stopLoss()).isBetween(new BigDecimal("880"), new BigDecimal("900"));
	}

	@Test
	void refusesALimitFarFromTheMarket() {
		var style = new OrderStyle(OrderType.LIMIT, null, new BigDecimal("1000"), null);
		assertThat(neighbours.refused(wish(buys("trend", "BTC/USD", "900", clock.instant()), style)).reason()).startsWith("price-collar: ");
	}

	@Test
	void refusesWhatNoVenueTakes() {
		assertThat(neighbours.refused(wish(buys("trend", "BTC/USD", "900", clock.instant()), new OrderStyle(OrderType.LIMIT, null, null, null))).reason())
			.isEqualTo("order-style: A limit entry needs a limit_price.");
	}

	@Test
	void sellsAtMarketOnly() {
		assertThat(neighbours.refused(wish(closes("trend", "ETH/USD", "900", clock.instant()), new OrderStyle(OrderType.LIMIT, null, new BigDecimal("950"), null))).reason())
			.startsWith("order-style: ");
		neighbours.approved(wish(closes("trend", "ETH/USD", "900", clock.instant()), null));
	}

	/** What protects is not being sold: a strategy may close what trails. */
	@Test
	void letsAPositionTrailAndStillBeClosed() {
		var trail = new OrderStyle(OrderType.TRAILING_STOP, null, null, null, null, new BigDecimal("5"), null);
		ProposalApproved approved = neighbours.approved(wish(closes("trend", "ETH/USD", "900", clock.instant()), trail));

		assertThat(approved.quantity()).isEqualByComparingTo("5");
		assertThat(approved.hold()).isZero();
		assertThat(approved.proposal().style()).isEqualTo(trail);
		neighbours.approved(wish(closes("trend", "ETH/USD", "900", clock.instant()), null));
	}

	@Test
	void letsAPositionBeSoldByTheFirstOfTwo() {
		var oco = new OrderStyle(OrderType.STOP, null, null, new BigDecimal("880"), null, null, new BigDecimal("950"));
		assertThat(neighbours.approved(wish(closes("trend", "ETH/USD", "900", clock.instant()), oco)).quantity()).isEqualByComparingTo("5");
		assertThat(neighbours.refused(wish(closes("trend", "ETH/USD", "950", clock.instant()), oco)).reason())
			.isEqualTo("order-style: The take_profit must be above the last price 950.");
	}

	@Test
	void reckonsATrailWithWhereItBegins() {
		var style = new OrderStyle(OrderType.TRAILING_STOP, null, null, null, BigDecimal.TEN, null, null);
		ProposalApproved approved = neighbours.approved(wish(buys("trend", "BTC/USD", "900", clock.instant()), style));

		assertThat(approved.hold()).isGreaterThan(approved.quantity().multiply(new BigDecimal("910")));
	}

	@Test
	void spendsWhatWasAskedForAndHoldsIt() {
		var style = new OrderStyle(OrderType.MARKET, null, null, null).of(null, new BigDecimal("500"));
		ProposalApproved approved = neighbours.approved(wish(buys("trend", "BTC/USD", "900", clock.instant()), style));

		assertThat(approved.notional()).isEqualByComparingTo("500");
		assertThat(approved.quantity()).as("an estimate, in lots as fine as the venue's").isBetween(new BigDecimal("0.5555"), new BigDecimal("0.5556"));
		assertThat(approved.hold()).isGreaterThanOrEqualTo(new BigDecimal("501.25"));
	}

	@Test
	void buysAsMuchAsWasAskedFor() {
		var style = new OrderStyle(OrderType.LIMIT, null, new BigDecimal("905"), null).of(new BigDecimal("0.25"), null);
		ProposalApproved approved = neighbours.approved(wish(buys("trend", "BTC/USD", "900", clock.instant()), style));

		assertThat(approved.quantity()).isEqualByComparingTo("0.25");
		assertThat(approved.notional()).isNull();
	}

	/** What is sized here keeps to our lots; who names a finer amount gets it where the venue has said that it sells parts. */
	@Test
	void buysFinerAmountsForWhoeverNamesThem() {
		var fine = new OrderStyle(OrderType.MARKET, null, null, null).of(new BigDecimal("0.00205"), null);
		assertThat(neighbours.refused(wish(buys("trend", "BTC/USD", "900", clock.instant()), fine)).reason())
			.startsWith("order-style: The quantity must be a multiple of 0.0001");

		BigDecimal step = new BigDecimal("0.000000001");
		neighbours.tellListing(new Listing("BTC/USD", true, true, false, step, step, new BigDecimal("0.01")));

		assertThat(neighbours.approved(wish(buys("trend", "BTC/USD", "900", clock.instant()), fine)).quantity()).isEqualByComparingTo("0.00205");
	}

	private Message<TradeProposed> wish(Message<TradeProposed> idea, @Nullable OrderStyle style) {
		TradeProposed it = idea.data();
		Message<TradeProposed> wish = Message.beginning(idea.id(), "executor", "risk", idea.at(), new TradeProposed(it.bot(), "person", it.symbol(), it.action(),
				BigDecimal.ONE, it.price(), it.evidence(), it.reasoning(), it.decidedAt(), style));
		wire.sendTwice(Topics.WISHES, it.bot(), wish);
		return wish;
	}
}
