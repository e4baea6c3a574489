package io.vigie.executor.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.common.message.ProposalApproved;
import io.vigie.common.testing.SimulatorProcess;
import io.vigie.engine.order.OrderStyle;
import io.vigie.engine.order.OrderType;
import io.vigie.engine.order.TimeInForce;
import io.vigie.executor.testing.Solo;
import io.vigie.executor.testing.VerdictFixtures;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Every type and every time in force there is for an entry, at the simulator: sent as asked for, filled when its price comes, protected then. */
class SimulatorStyleIT {

	private final Map<String, OrderStyle> styles = new LinkedHashMap<>();

	@Test
	void buysInEveryWayAndProtectsWhatItBought(@TempDir Path folder) throws Exception {
		for (OrderType type : OrderType.values()) {
			for (TimeInForce time : TimeInForce.values()) {
				boolean trails = type == OrderType.TRAILING_STOP;
				boolean stop = type == OrderType.STOP || type == OrderType.STOP_LIMIT;
				if (!stop && !trails || time == TimeInForce.DAY || time == TimeInForce.GTC) {
					styles.put("ST" + styles.size(), new OrderStyle(type, time, price(type.name().contains("LIMIT"), "10.10"), price(stop, "10.05"),
							price(trails, "0.05"), null, null));
				}
			}
		}
		try (SimulatorProcess venue = SimulatorProcess.start(folder); Solo executor = new Solo("styles", venue.address())) {
			await(() -> printAll(venue, "10"));
			executor.start();
			for (String symbol : styles.keySet()) {
				OrderDoor.intend(executor.context(), VerdictFixtures.verdict(approved(symbol)));
			}
			await(() -> assertThat(sent(venue)).containsExactlyInAnyOrderElementsOf(asked()));

			List<String> atOnce = styles.entrySet().stream().filter(it -> it.getValue().timeInForce() != TimeInForce.OPG
					&& it.getValue().timeInForce() != TimeInForce.CLS).map(Map.Entry::getKey).toList();
			await(() -> {
				printAll(venue, "10.06");
				executor.context().getBean(Settlement.class).settleAll();
				assertThat(executor.jdbc.sql("select symbol from positions where quantity = 2").query(String.class).list()).containsExactlyInAnyOrderElementsOf(atOnce);
				assertThat(executor.jdbc.sql("select symbol from position_covers where covered = 2").query(String.class).list())
					.containsExactlyInAnyOrderElementsOf(atOnce);
			});
			assertThat(executor.jdbc.sql("select sum(cash) from portfolios").query(BigDecimal.class).single())
				.isEqualByComparingTo(venue.get("/v2/account").path("cash").asString());
			assertThat(executor.jdbc.sql("select count(*) from holds where state = 'PENDING'").query(Long.class).single())
				.as("those for the auctions wait, with their cash").isEqualTo(styles.size() - atOnce.size());
		}
	}

	private void printAll(SimulatorProcess venue, String price) throws Exception {
		for (String symbol : styles.keySet()) {
			venue.print(symbol, price);
		}
	}

	private List<String> asked() {
		return styles.entrySet().stream().map(it -> it.getKey() + " " + it.getValue().type().name().toLowerCase(java.util.Locale.ROOT) + " "
				+ String.valueOf(it.getValue().timeInForce()).toLowerCase(java.util.Locale.ROOT) + " " + it.getValue().limitPrice() + " "
				+ (it.getValue().trailPrice() == null ? it.getValue().stopPrice() : "10.05")).toList();
	}

	private static List<String> sent(SimulatorProcess venue) throws Exception {
		List<String> sent = new ArrayList<>();
		for (JsonNode order : venue.get("/v2/orders?status=all&limit=500&side=buy")) {
			sent.add(order.path("symbol").asString() + " " + order.path("type").asString() + " " + order.path("time_in_force").asString() + " "
					+ order.path("limit_price").asString(null) + " " + order.path("stop_price").asString(null));
		}
		return sent.stream().map(it -> it.replace(" 10.1 ", " 10.10 ").replaceAll(" 10\\.1$", " 10.10")).toList();
	}

	private ProposalApproved approved(String symbol) {
		var plain = (ProposalApproved) VerdictFixtures.entry("trend", symbol, "2", "10").data();
		var it = plain.proposal();
		return new ProposalApproved(plain.proposalId(), new io.vigie.common.message.TradeProposed(it.bot(), it.strategy(), it.symbol(), it.action(), it.confidence(),
				it.price(), it.evidence(), it.reasoning(), it.decidedAt(), styles.get(symbol)), plain.quantity(), plain.stopLoss(), plain.takeProfit(),
				new BigDecimal("20.50"), plain.rules(), plain.decidedAt());
	}

	private static @Nullable BigDecimal price(boolean has, String price) {
		return has ? new BigDecimal(price) : null;
	}

	private static void await(org.awaitility.core.ThrowingRunnable assertion) {
		Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(200)).ignoreExceptions().untilAsserted(assertion);
	}
}
