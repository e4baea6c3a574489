package io.vigie.executor.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.common.kafka.Topics;
import io.vigie.common.message.AccountMessage;
import io.vigie.common.message.Message;
import io.vigie.common.message.ProposalApproved;
import io.vigie.common.message.VerdictMessage;
import io.vigie.common.testing.PlatformTest;
import io.vigie.common.testing.Wire;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The executor against the fake venue. Each test trades symbols of its own and ends with the invariant: the ledger sums to
 * zero, books and venue agree on cash, positions and orders, and no client order id is at the venue twice.
 */
@PlatformTest
public abstract class ExecutorTest {

	protected static final FakeVenue VENUE = new FakeVenue();
	private static final String OPEN = "state not in ('FILLED', 'CANCELED', 'EXPIRED', 'REJECTED')";

	@Autowired
	protected Wire wire;
	@Autowired
	protected JdbcClient jdbc;

	@DynamicPropertySource
	static void properties(DynamicPropertyRegistry registry) {
		registry.add("VIGIE_BROKER_URL", () -> VENUE.url().toString());
		registry.add("VIGIE_BROKER_TIMEOUT", () -> "1s");
		registry.add("VIGIE_EXECUTOR_SETTLE_EVERY", () -> "200ms");
		registry.add("VIGIE_EXECUTOR_SETTLE_AFTER", () -> "500ms");
		registry.add("VIGIE_EXECUTOR_CANCEL_WAIT", () -> "1s");
		registry.add("VIGIE_PROTECTION_EVERY", () -> "100ms");
		registry.add("VIGIE_PROTECTION_FILL_WAIT", () -> "1s");
		registry.add("VIGIE_STOP_TRAIL", () -> "20");
		registry.add("VIGIE_STOP_TRAIL_EVERY", () -> "100ms");
	}

	@BeforeEach
	void mend() {
		VENUE.reset();
	}

	@AfterEach
	void booksAndVenueAgree() {
		VENUE.reset();
		await(() -> {
			assertThat(jdbc.sql("select count(*) from (select transaction_id, asset from postings group by 1, 2 having sum(amount) <> 0) x")
				.query(Long.class).single()).isZero();
			assertThat(jdbc.sql("select sum(cash) from portfolios").query(BigDecimal.class).single()).isEqualByComparingTo(VENUE.exchange.cash());
			assertThat(jdbc.sql("select sum(amount) from postings where account = 'CASH'").query(BigDecimal.class).single())
				.isEqualByComparingTo(VENUE.exchange.cash());
			Map<String, BigDecimal> ours = new TreeMap<>();
			jdbc.sql("select symbol, sum(quantity) from positions group by 1 having sum(quantity) <> 0")
				.query((row, _) -> ours.put(row.getString(1), row.getBigDecimal(2).stripTrailingZeros())).list();
			Map<String, BigDecimal> theirs = VENUE.exchange.positions().stream().collect(Collectors.toMap(it -> it.get("symbol"),
					it -> new BigDecimal(it.get("qty")).stripTrailingZeros(), (a, _) -> a, TreeMap::new));
			assertThat(ours).isEqualTo(theirs);
			assertThat(jdbc.sql("select venue_order_id from orders where " + OPEN).query(String.class).list())
				.containsExactlyInAnyOrderElementsOf(VENUE.exchange.all().stream().filter(FakeOrder::isOpen).map(it -> it.id).toList());
			assertThat(jdbc.sql("select count(*) from holds where state = 'PENDING' and order_id not in (select id from orders where " + OPEN + ")")
				.query(Long.class).single()).isZero();
			assertThat(jdbc.sql("select count(*) from portfolios p where held <> (select coalesce(sum(remaining), 0) from holds h where h.bot = p.bot)")
				.query(Long.class).single()).isZero();
		});
		List<String> ids = VENUE.exchange.all().stream().map(it -> it.clientOrderId).toList();
		assertThat(ids).doesNotHaveDuplicates();
		assertThat(VENUE.exchange.shorted()).isEmpty();
	}

	protected void say(Message<VerdictMessage> verdict) {
		wire.sendTwice(Topics.VERDICTS, ((ProposalApproved) verdict.data()).proposal().bot(), verdict);
	}

	protected void tell(AccountMessage event) {
		wire.sendTwice(Topics.ACCOUNT_EVENTS, "paper", VerdictFixtures.said(event));
	}

	protected FakeOrder awaitOrder(String symbol) {
		return Awaitility.await("an order for " + symbol).atMost(Duration.ofSeconds(20))
			.until(() -> VENUE.exchange.all().stream().filter(it -> it.symbol.equals(symbol) && !it.clientOrderId.startsWith("leg-")).findFirst(),
					it -> it.isPresent())
			.orElseThrow();
	}

	protected void awaitState(String clientOrderId, String state) {
		await(() -> assertThat(state(clientOrderId)).isEqualTo(state));
	}

	protected String state(String clientOrderId) {
		return jdbc.sql("select state from orders where client_order_id = ?").param(clientOrderId).query(String.class).optional().orElse("none");
	}

	/** As if so much time had passed since the send that the venue's word proves that it does not have the order. */
	protected void isLongAgo(String clientOrderId) {
		jdbc.sql("update orders set changed_at = changed_at - interval '7 seconds' where client_order_id = ?").param(clientOrderId).update();
	}

	protected static String clientOrderId(Message<VerdictMessage> verdict) {
		var approved = (ProposalApproved) verdict.data();
		return approved.proposal().bot() + "-" + io.vigie.common.message.Ids.named("order", approved.proposalId());
	}

	protected static void await(org.awaitility.core.ThrowingRunnable assertion) {
		Awaitility.await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(50)).untilAsserted(assertion);
	}
}
