package io.vigie.risk.hold;

import static io.vigie.risk.RiskFixtures.entry;
import static io.vigie.risk.RiskFixtures.exit;
import static io.vigie.risk.RiskFixtures.portfolio;
import static io.vigie.risk.RiskFixtures.position;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vigie.common.kafka.Topics;
import io.vigie.common.testing.Wire;
import io.vigie.engine.order.OrderState;
import io.vigie.risk.Neighbours;
import io.vigie.risk.RiskTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Orders and portfolios come on two topics, in any order: the cash between them is never free. */
@RiskTest
class HoldIT {

	@Autowired
	private Neighbours neighbours;
	@Autowired
	private Wire wire;
	@Autowired
	private JdbcTemplate jdbc;

	@BeforeEach
	void forget() {
		neighbours.forgetEverything();
	}

	@AfterEach
	void holdsAreCovered() {
		neighbours.assertHoldsAreCovered();
	}

	@Test
	void holdsCashUntilThePortfolioIncludesTheEndOfTheOrder() {
		neighbours.tellPortfolio("trend", 1, "6000");
		UUID first = neighbours.buyApproved("trend", "BTC/USD").proposalId();
		tellEntry(first, OrderState.FILLED, 3);
		await().until(() -> neighbours.hasEnded(first));
		assertThat(neighbours.buyRefused("trend", "BTC/USD").reason()).as("portfolio 1 leaves the fill out").startsWith("duplicate: ");
		neighbours.tellPortfolio("trend", 2, "6000");
		assertThat(neighbours.buyRefused("trend", "BTC/USD").reason()).as("so does portfolio 2").startsWith("duplicate: ");
		neighbours.tellPortfolio("trend", 3, "1000", position("AAPL", "1", "5000"));
		assertThat(neighbours.buyApproved("trend", "BTC/USD").hold()).isLessThanOrEqualTo(new BigDecimal("1000"));
	}

	@Test
	void holdsCashUntilTheOrderEndsWhenThePortfolioComesFirst() {
		neighbours.tellPortfolio("trend", 1, "6000");
		UUID first = neighbours.buyApproved("trend", "BTC/USD").proposalId();
		neighbours.tellPortfolio("trend", 3, "6000");
		assertThat(neighbours.buyRefused("trend", "BTC/USD").reason()).as("the order has not ended").startsWith("duplicate: ");
		tellEntry(first, OrderState.CANCELED, 3);
		await().until(() -> neighbours.hasEnded(first));
		neighbours.buyApproved("trend", "BTC/USD");
	}

	@Test
	void keepsTheHoldThroughEveryStateThatIsNotFinal() {
		neighbours.tellPortfolio("trend", 1, "25000");
		UUID first = neighbours.buyApproved("trend", "BTC/USD").proposalId();
		for (OrderState state : List.of(OrderState.INTENDED, OrderState.SENT, OrderState.UNKNOWN, OrderState.ACCEPTED,
				OrderState.PARTIALLY_FILLED)) {
			tellEntry(first, state, 1);
		}
		tellExit(UUID.randomUUID(), "BTC/USD", OrderState.SENT, 1);
		assertThat(neighbours.hasEnded(first)).isFalse();
		assertThat(neighbours.buyRefused("trend", "BTC/USD").reason()).startsWith("duplicate: ");
	}

	@Test
	void holdsLongerWhenTheOrderEndsTwice() {
		neighbours.tellPortfolio("trend", 1, "25000");
		UUID first = neighbours.buyApproved("trend", "BTC/USD").proposalId();
		tellEntry(first, OrderState.CANCELED, 2);
		tellEntry(first, OrderState.FILLED, 5);
		tellEntry(first, OrderState.CANCELED, 2);
		await().until(() -> jdbc.queryForObject("select ended_sequence from holds", Long.class) instanceof Long it && it == 5);
		tellExit(UUID.randomUUID(), "BTC/USD", OrderState.SENT, 1);
		assertThat(jdbc.queryForObject("select ended_sequence from holds", Long.class)).isEqualTo(5);
	}

	@Test
	void ignoresEndOfAnEntryItNeverApproved() {
		tellEntry(UUID.randomUUID(), OrderState.FILLED, 3);
		tellExit(UUID.randomUUID(), "BTC/USD", OrderState.SENT, 1);
		assertThat(jdbc.queryForObject("select count(*) from holds", Long.class)).isZero();
	}

	@Test
	void ignoresAnOlderPortfolio() {
		neighbours.tellPortfolio("trend", 5, "100");
		wire.sendTwice(Topics.PORTFOLIOS, "trend", portfolio("trend", 4, "25000"));
		wire.sendTwice(Topics.PORTFOLIOS, "trend", portfolio("trend", 5, "25000"));
		neighbours.tellPortfolio("trend", 6, "200");
		wire.sendTwice(Topics.PORTFOLIOS, "trend", portfolio("trend", 5, "25000"));
		neighbours.tellPortfolio("trend", 7, "200");
		assertThat(jdbc.queryForObject("select cash from portfolios where bot = 'trend'", BigDecimal.class)).isEqualByComparingTo("200");
	}

	@Test
	void doesNotSellTheSameTwice() {
		neighbours.tellPortfolio("trend", 7, "20000", position("BTC/USD", "5", "900"));
		UUID order = UUID.randomUUID();
		tellExit(order, "BTC/USD", OrderState.UNKNOWN, 7);
		assertThat(neighbours.closeRefused("trend", "BTC/USD").reason()).contains("being sold already");
		tellExit(order, "BTC/USD", OrderState.CANCELED, 7);
		await().until(() -> jdbc.queryForList("select order_id from closings where ended_sequence is not null").size() == 1);
		neighbours.closeApproved("trend", "BTC/USD");
	}

	@Test
	void doesNotSellAgainWhileThePortfolioLeavesTheSaleOut() {
		neighbours.tellPortfolio("trend", 7, "20000", position("BTC/USD", "5", "900"));
		UUID order = UUID.randomUUID();
		tellExit(order, "BTC/USD", OrderState.FILLED, 8);
		assertThat(neighbours.closeRefused("trend", "BTC/USD").reason()).contains("being sold already");
		neighbours.tellPortfolio("trend", 8, "24400");
		assertThat(neighbours.closeRefused("trend", "BTC/USD").reason()).contains("Holds no BTC/USD");
	}

	private void tellEntry(UUID proposal, OrderState state, long sequence) {
		wire.sendTwice(Topics.ORDERS, "trend", entry("trend", proposal, "BTC/USD", state, sequence));
	}

	/** Returns when it is known, and with it everything that was said before on the same key. */
	private void tellExit(UUID order, String symbol, OrderState state, long sequence) {
		wire.sendTwice(Topics.ORDERS, "trend", exit("trend", order, symbol, "5", state, sequence));
		await().until(() -> jdbc.queryForObject("select count(*) from closings where order_id = ?", Long.class, order) == 1);
	}
}
