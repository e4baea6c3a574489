package io.vigie.risk.protection;

import static io.vigie.risk.RiskFixtures.MARKET;
import static io.vigie.risk.RiskFixtures.buysAt;
import static io.vigie.risk.RiskFixtures.position;
import static io.vigie.risk.RiskFixtures.sold;
import static io.vigie.risk.RiskFixtures.worth;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vigie.common.kafka.Topics;
import io.vigie.common.message.AgentLogged;
import io.vigie.common.message.Body;
import io.vigie.common.message.Message;
import io.vigie.common.message.PortfolioChanged;
import io.vigie.common.message.ProposalApproved;
import io.vigie.common.message.ProposalRefused;
import io.vigie.common.message.TradeBooked;
import io.vigie.common.testing.Wire;
import io.vigie.engine.order.OrderRole;
import io.vigie.risk.Api;
import io.vigie.risk.Neighbours;
import io.vigie.risk.RiskTest;
import io.vigie.risk.portfolio.PortfolioDesk;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Each protection fires, holds for its time, and releases: as stored locks, whatever order its messages come in. */
@RiskTest
class ProtectionIT {

	@Autowired
	private Neighbours neighbours;
	@Autowired
	private Wire wire;
	@Autowired
	private JdbcTemplate jdbc;
	@Autowired
	private PastDesk desk;
	@Autowired
	private PortfolioDesk portfolios;
	@Autowired
	private Clock clock;
	@LocalServerPort
	private int port;

	@BeforeEach
	void forget() {
		neighbours.forgetEverything();
		neighbours.tellPortfolio("trend", 1, "25000");
		neighbours.tellPortfolio("pair", 1, "25000");
	}

	@AfterEach
	void holdsAreCovered() {
		neighbours.assertHoldsAreCovered();
	}

	@Test
	void letsASymbolRestAfterAnExit() {
		tell(sold("pair", "BTC/USD", "a", OrderRole.TAKE_PROFIT, "10", MARKET));
		assertThat(refusal("pair", "BTC/USD", minute(4))).isEqualTo("cooldown");
		assertThat(refusal("pair", "BTC/USD", minute(-3))).as("had before the exit, comes after it").isEqualTo("cooldown");
		assertThat(refusal("pair", "ETH/USD", minute(4))).as("another symbol").isNull();
		assertThat(refusal("trend", "BTC/USD", minute(4))).as("another bot").isNull();
		assertThat(refusal("pair", "BTC/USD", minute(5))).isNull();
	}

	/** The portfolio frees the symbol; if it overtakes the sale, it locks in its place. */
	@Test
	void letsASymbolRestWhicheverMessageTellsOfTheExit() {
		neighbours.tellPortfolio("pair", 2, "20000", position("BTC/USD", "5", "900"));
		hear(worth("pair", 3, "24500", minute(1)));
		assertThat(refusal("pair", "BTC/USD", minute(5))).isEqualTo("cooldown");
		tell(sold("pair", "BTC/USD", "a", OrderRole.EXIT, "0", minute(1)));
		assertThat(refusal("pair", "BTC/USD", minute(5))).isEqualTo("cooldown");
		assertThat(refusal("pair", "BTC/USD", minute(6))).isNull();
	}

	@Test
	void knowsThatAnOlderPortfolioSellsNothing() {
		neighbours.tellPortfolio("pair", 5, "20000", position("BTC/USD", "5", "900"));
		hear(worth("pair", 4, "24500", minute(1)));
		assertThat(locks()).isZero();
	}

	@Test
	void guardsAgainstStopOutsInARow() {
		for (int i = 0; i < 3; i++) {
			tell(sold("pair", "BTC/USD", "stop " + i, OrderRole.STOP_LOSS, "-10", minute(i)));
		}
		assertThat(refusal("pair", "ETH/USD", minute(3))).isNull();
		forgetEntries();
		tell(sold("pair", "BTC/USD", "stop 3", OrderRole.STOP_LOSS, "-10", minute(3)));
		assertThat(refusal("pair", "ETH/USD", minute(26))).isEqualTo("stop-out-guard");
		assertThat(refusal("trend", "BTC/USD", minute(4))).as("another bot").isNull();
		assertThat(refusal("pair", "ETH/USD", minute(27))).isNull();
	}

	/** Fills of one order are one stop-out; the first comes last, and the sum of both is what counts. */
	@Test
	void countsStopOutsHoweverLateTheyAreTold() {
		tell(sold("pair", "BTC/USD", "stop 3", OrderRole.STOP_LOSS, "-10", minute(3)));
		tell(sold("pair", "BTC/USD", "stop 2", OrderRole.STOP_LOSS, "-10", minute(2)));
		tell(sold("pair", "BTC/USD", "stop 2", OrderRole.STOP_LOSS, "-10", minute(2)));
		tell(sold("pair", "BTC/USD", "stop 0", OrderRole.STOP_LOSS, "-10", minute(0)));
		assertThat(refusal("pair", "ETH/USD", minute(20))).isNull();
		forgetEntries();
		tell(sold("pair", "BTC/USD", "stop 1", OrderRole.STOP_LOSS, "-10", minute(1)));
		assertThat(refusal("pair", "ETH/USD", minute(20))).isEqualTo("stop-out-guard");
	}

	@Test
	void locksASymbolThatLoses() {
		for (int i = 0; i < 4; i++) {
			tell(sold("pair", "BTC/USD", "exit " + i, OrderRole.EXIT, "-125", minute(10 * i)));
		}
		assertThat(refusal("pair", "BTC/USD", minute(89))).isEqualTo("losing-symbol");
		assertThat(refusal("pair", "ETH/USD", minute(40))).isNull();
		assertThat(refusal("pair", "BTC/USD", minute(90))).isNull();
	}

	@Test
	void locksTheRestOfALosingDay() {
		hear(worth("pair", 2, "23751", minute(1)));
		assertThat(refusal("pair", "BTC/USD", minute(2))).isNull();
		forgetEntries();
		hear(worth("pair", 3, "23750", minute(3)));
		assertThat(refusal("pair", "BTC/USD", Instant.parse("2013-11-25T23:59:59Z"))).isEqualTo("daily-loss");
		assertThat(refusal("pair", "BTC/USD", Instant.parse("2013-11-26T00:00:00Z"))).isNull();
	}

	/** What the day began with is told last. */
	@Test
	void locksALosingDayHoweverLateItIsTold() {
		jdbc.execute("truncate equity_bars");
		hear(worth("pair", 3, "23750", minute(3)));
		assertThat(refusal("pair", "BTC/USD", minute(4))).isNull();
		forgetEntries();
		hear(worth("pair", 2, "25000", minute(1)));
		assertThat(refusal("pair", "BTC/USD", minute(4))).isEqualTo("daily-loss");
	}

	/** Over midnight, so that it isn't the day's loss that locks. */
	@Test
	void locksADrawdown() {
		Instant midnight = Instant.parse("2013-11-26T00:00:00Z");
		jdbc.execute("truncate equity_bars");
		hear(worth("pair", 2, "25000", midnight.minusSeconds(60)));
		hear(worth("pair", 3, "20000", midnight));
		for (int i = 0; i < 19; i++) {
			tell(sold("pair", "ETH/USD", "exit " + i, OrderRole.EXIT, "1", midnight.minusSeconds(i)));
		}
		assertThat(refusal("pair", "BTC/USD", midnight.plusSeconds(60))).as("a trade is missing").isNull();
		forgetEntries();
		tell(sold("pair", "ETH/USD", "exit 19", OrderRole.EXIT, "1", midnight.minusSeconds(30)));
		assertThat(refusal("pair", "BTC/USD", midnight.plusSeconds(60))).isEqualTo("max-drawdown");
		assertThat(refusal("pair", "BTC/USD", midnight.plusSeconds(49 * 60 - 1))).isEqualTo("max-drawdown");
		assertThat(refusal("pair", "BTC/USD", midnight.plusSeconds(49 * 60))).isNull();
	}

	@Test
	void locksOnceHoweverOftenItIsTold() {
		Message<TradeBooked> sale = sold("pair", "BTC/USD", "a", OrderRole.EXIT, "0", MARKET);
		tell(sale);
		desk.hearOrders(List.of(cast(sale)));
		Message<PortfolioChanged> loss = worth("pair", 2, "20000", minute(1));
		hear(loss);
		hear(loss);
		assertThat(jdbc.queryForList("select kind from locks order by kind", String.class)).containsExactly("COOLDOWN", "DAILY_LOSS");
	}

	@Test
	void showsLocksAndTellsOfThem() {
		tell(sold("pair", "BTC/USD", "a", OrderRole.EXIT, "0", MARKET));
		JsonNode lock = new Api(port).get("/risk/locks?bot=pair").get(0);
		assertThat(lock.get("rule").asString()).isEqualTo("cooldown");
		assertThat(lock.get("symbol").asString()).isEqualTo("BTC/USD");
		assertThat(Instant.parse(lock.get("ends_at").asString())).isEqualTo(minute(5));
		assertThat(lock.get("reason").asString()).startsWith("Sold at ");
		assertThat(new Api(port).get("/risk/locks?bot=trend")).isEmpty();
		assertThat(new Api(port).get("/risk/locks?at=" + minute(4))).hasSize(1);
		assertThat(new Api(port).get("/risk/locks?at=" + minute(5))).isEmpty();
		await().untilAsserted(() -> assertThat(wire.received(Topics.logs("risk"), AgentLogged.class)).anySatisfy(it -> assertThat(it.data().text())
			.isEqualTo("BTC/USD is locked until 2013-11-25T12:05:00Z (cooldown). Sold at 2013-11-25T12:00:00Z; it rests for 5 bars.")));
		assertThat(new Api(port).text("/actuator/prometheus")).containsPattern("risk_locks_total\\{[^}]*kind=\"cooldown\"[^}]*} [1-9]");
	}

	@Test
	void liftsALockForAReason() {
		tell(sold("pair", "BTC/USD", "a", OrderRole.EXIT, "0", MARKET));
		tell(sold("pair", "BTC/USD", "b", OrderRole.EXIT, "0", minute(1)));
		tell(sold("pair", "ETH/USD", "c", OrderRole.EXIT, "0", minute(1)));
		Api risk = new Api(port);
		String id = jdbc.queryForObject("select id from locks where symbol = 'BTC/USD' order by ends_at limit 1", String.class);
		risk.problem(HttpMethod.DELETE, "/risk/locks/" + id, Map.of(), 400);
		risk.problem(HttpMethod.DELETE, "/risk/locks/" + id + "?reason= ", Map.of(), 400);
		risk.problem(HttpMethod.DELETE, "/risk/locks/" + UUID.randomUUID() + "?reason=why", Map.of(), 404);
		risk.problem(HttpMethod.DELETE, "/risk/locks/nonsense?reason=why", Map.of(), 400);
		assertThat(refusal("pair", "BTC/USD", minute(2))).isEqualTo("cooldown");
		JsonNode lifted = risk.delete("/risk/locks/" + id + "?reason=checked&by=Ada");
		assertThat(lifted).as("both of this symbol").hasSize(2);
		assertThat(lifted.get(0).get("lifted_by").asString()).isEqualTo("Ada");
		assertThat(lifted.get(0).get("lifted_because").asString()).isEqualTo("checked");
		assertThat(refusal("pair", "BTC/USD", minute(2))).isNull();
		assertThat(refusal("pair", "ETH/USD", minute(2))).isEqualTo("cooldown");
		tell(sold("pair", "BTC/USD", "b", OrderRole.EXIT, "0", minute(2)));
		assertThat(jdbc.queryForObject("select count(*) from locks where lifted_at is not null", Long.class)).as("a late fill of it locks nothing again").isEqualTo(2);
	}

	@Test
	void countsEntriesAMinuteOfMarketTime() {
		jdbc.update("""
				insert into verdicts (proposal_id, bot, strategy, symbol, action, approved, confidence, price, quantity, hold, reason, rules,
					correlation_id, market_at, decided_at)
				select gen_random_uuid(), 'pair', 's', 'ETH/USD', 'BUY', true, 1, 1, 1, 0, 'r', '[]', gen_random_uuid(),
					timestamptz '2013-11-25 12:00:00Z' + i * interval '1 second', now() from generate_series(0, 59) i""");
		assertThat(refusal("pair", "BTC/USD", minute(0))).isEqualTo("order-rate");
		assertThat(refusal("trend", "BTC/USD", minute(0))).isNull();
		assertThat(refusal("pair", "BTC/USD", minute(1))).as("the first is a minute old").isNull();
	}

	@Test
	void remembersHowSalesWent() {
		tell(sold("pair", "BTC/USD", "a", OrderRole.EXIT, "200", MARKET));
		tell(sold("pair", "BTC/USD", "a", OrderRole.EXIT, "-100", MARKET));
		tell(sold("pair", "BTC/USD", "b", OrderRole.EXIT, "-100", MARKET));
		assertThat(desk.record("pair", 10)).satisfies(it -> {
			assertThat(it.won()).as("both fills together").isEqualTo(1);
			assertThat(it.lost()).isEqualTo(1);
			assertThat(it.averageWin()).isEqualByComparingTo("0.010101010101");
		});
		assertThat(desk.record("trend", 10).trades()).isZero();
		assertThat(desk.record("pair", 1).trades()).isEqualTo(1);
	}

	/** The rule that refuses first, none where it is approved. */
	private String refusal(String bot, String symbol, Instant market) {
		var verdict = neighbours.verdict(neighbours.propose(buysAt(market, bot, symbol, clock.instant()))).data();
		return switch (verdict) {
			case ProposalApproved _ -> null;
			case ProposalRefused it -> it.reason().substring(0, it.reason().indexOf(':'));
		};
	}

	private void forgetEntries() {
		jdbc.execute("truncate holds");
	}

	private void tell(Message<TradeBooked> sale) {
		wire.sendTwice(Topics.ORDERS, sale.data().bot(), sale);
		await().until(() -> jdbc.queryForObject("select count(*) from sales where trade_id = ?", Long.class, sale.data().tradeId()) == 1);
	}

	/** As the listener does it. */
	private void hear(Message<PortfolioChanged> message) {
		desk.hearPortfolios(List.of(cast(message)));
		portfolios.hear(List.of(cast(message)));
	}

	private long locks() {
		return jdbc.queryForObject("select count(*) from locks", Long.class);
	}

	private static Instant minute(int minute) {
		return MARKET.plusSeconds(60L * minute);
	}

	@SuppressWarnings("unchecked")
	private static <T extends Body> Message<T> cast(Message<?> message) {
		return (Message<T>) message;
	}
}
