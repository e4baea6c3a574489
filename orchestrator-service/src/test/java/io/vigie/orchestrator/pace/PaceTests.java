package io.vigie.orchestrator.pace;

import static io.vigie.orchestrator.pace.OutlookFixtures.NOON;
import static io.vigie.orchestrator.pace.OutlookFixtures.closed;
import static io.vigie.orchestrator.pace.OutlookFixtures.link;
import static io.vigie.orchestrator.pace.OutlookFixtures.links;
import static io.vigie.orchestrator.pace.OutlookFixtures.rhythm;
import static io.vigie.orchestrator.pace.OutlookFixtures.tickAge;
import static io.vigie.orchestrator.pace.OutlookFixtures.trouble;
import static io.vigie.orchestrator.pace.OutlookFixtures.volatility;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.common.message.TaskKind;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PaceTests {

	private final Pace pace = new Pace(rhythm());

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			0.018  | PT90S  | volatility 1.8 % is above 1 %: next cycle in 90 s instead of 3 min
			0.0301 | PT45S  | volatility 3.01 % is above 3 %: next cycle in 45 s instead of 3 min
			0.01   | PT180S | volatility 1 % is between 0.2 % and 1 %: next cycle in the usual 3 min
			0.002  | PT180S | volatility 0.2 % is between 0.2 % and 1 %: next cycle in the usual 3 min
			0.0019 | PT360S | volatility 0.19 % is below 0.2 %: next cycle in 6 min instead of 3 min
			0      | PT360S | volatility 0 % is below 0.2 %: next cycle in 6 min instead of 3 min
			       | PT180S | no volatility is known yet: next cycle in the usual 3 min
			""")
	void pacesTheCycleByVolatilityAndSaysWhy(String volatility, Duration interval, String reasoning) {
		Turn turn = pace.next(TaskKind.TRADING_CYCLE, volatility(volatility), Past.NONE);
		assertThat(turn.interval()).isEqualTo(interval);
		assertThat(turn.reasoning()).isEqualTo(reasoning);
		assertThat(turn.held()).isFalse();
	}

	@Test
	void slowsDownAtClosedMarketWithinBounds() {
		Turn turn = pace.next(TaskKind.TRADING_CYCLE, closed(), Past.NONE);
		assertThat(turn.interval()).isEqualTo(Duration.ofMinutes(15));
		assertThat(turn.reasoning()).isEqualTo("the market is closed: next cycle in 15 min instead of 3 min");
		assertThat(pace.next(TaskKind.SNAPSHOT, closed(), Past.NONE).interval()).isEqualTo(Duration.ofMinutes(10));
		assertThat(pace.next(TaskKind.RECONCILIATION, closed(), Past.NONE).interval()).isEqualTo(Duration.ofHours(1));
	}

	@Test
	void neverGoesFasterThanTheFastest() {
		assertThat(pace.next(TaskKind.MARKET_SCAN, volatility("0.9"), Past.NONE).interval()).isEqualTo(Duration.ofSeconds(15));
	}

	@Test
	void givesLivelyMarketsPriority() {
		assertThat(pace.next(TaskKind.TRADING_CYCLE, volatility("0.02"), Past.NONE).priority())
			.isGreaterThan(pace.next(TaskKind.RECONCILIATION, volatility("0.02"), Past.NONE).priority());
		assertThat(pace.next(TaskKind.TRADING_CYCLE, volatility("0.005"), Past.NONE).priority())
			.isLessThan(pace.next(TaskKind.RECONCILIATION, volatility("0.005"), Past.NONE).priority());
	}

	@ParameterizedTest
	@CsvSource({ "TRADING_CYCLE, analyst", "TRADING_CYCLE, risk", "TRADING_CYCLE, executor", "TRADING_CYCLE, sentinel",
			"MARKET_SCAN, sentinel", "SNAPSHOT, executor", "RECONCILIATION, executor", "RECONCILIATION, simulator",
			"HEALTH_CHECK, health", "TRADING_CYCLE, postgres", "SNAPSHOT, kafka" })
	void holdsWhatNeedsSomebodyWhoIsDown(TaskKind kind, String component) {
		Turn turn = pace.next(kind, trouble(component, true), Past.NONE);
		assertThat(turn.held()).isTrue();
		assertThat(turn.reasoning()).startsWith(component + " is down since 2026-11-20T11:59:00Z: ").contains("waits");
	}

	@ParameterizedTest
	@EnumSource(TaskKind.class)
	void goesOnWithoutThoseItDoesNotNeed(TaskKind kind) {
		assertThat(pace.next(kind, trouble("alertmanager:disk", true), Past.NONE).held()).isFalse();
	}

	@Test
	void takesItEasyWithTheDegraded() {
		Turn turn = pace.next(TaskKind.TRADING_CYCLE, trouble("analyst", false), Past.NONE);
		assertThat(turn.interval()).isEqualTo(Duration.ofMinutes(6));
		assertThat(turn.reasoning()).contains("analyst is degraded (slow answers)", "in 6 min instead of 3 min");
	}

	@Test
	void doublesAfterEachFailureUpToABound() {
		assertThat(pace.next(TaskKind.SNAPSHOT, volatility("0.005"), new Past(NOON, 1)).interval()).isEqualTo(Duration.ofMinutes(2));
		assertThat(pace.next(TaskKind.SNAPSHOT, volatility("0.005"), new Past(NOON, 2)).interval()).isEqualTo(Duration.ofMinutes(4));
		Turn many = pace.next(TaskKind.SNAPSHOT, volatility("0.005"), new Past(NOON, 50));
		assertThat(many.interval()).isEqualTo(Duration.ofMinutes(8));
		assertThat(many.reasoning()).isEqualTo("the last 50 failed: next snapshot in 8 min instead of 1 min");
	}

	@Test
	void holdsTheCycleWhilePricesAreStale() {
		Turn turn = pace.next(TaskKind.TRADING_CYCLE, tickAge(Duration.ofSeconds(61)), Past.NONE);
		assertThat(turn.held()).isTrue();
		assertThat(turn.reasoning()).startsWith("the newest price is 61 s old, more than 1 min: cycle waits");
		assertThat(pace.next(TaskKind.TRADING_CYCLE, tickAge(Duration.ofSeconds(60)), Past.NONE).held()).isFalse();
		assertThat(pace.next(TaskKind.MARKET_SCAN, tickAge(Duration.ofHours(1)), Past.NONE).held()).isFalse();
		assertThat(pace.next(TaskKind.TRADING_CYCLE, closed(), Past.NONE).held()).isFalse();
	}

	@Test
	void holdsTheCycleOnlyWhenAllFeedsAreAway() {
		Link stocks = link("stock-feed", false, NOON);
		assertThat(pace.next(TaskKind.TRADING_CYCLE, links(stocks, link("crypto-feed", true, NOON)), Past.NONE).held()).isFalse();
		Turn blind = pace.next(TaskKind.TRADING_CYCLE, links(stocks, link("crypto-feed", false, NOON)), Past.NONE);
		assertThat(blind.held()).isTrue();
		assertThat(blind.reasoning()).startsWith("stock-feed is away since 2026-11-20T12:00:00Z (connection refused)");
	}

	@Test
	void holdsReconciliationWhileTheBrokerIsAway() {
		assertThat(pace.next(TaskKind.RECONCILIATION, links(link("broker-api", false, NOON)), Past.NONE).held()).isTrue();
	}

	@Test
	void reconcilesAtOnceAfterTheAccountStreamIsBack() {
		Past past = new Past(NOON.minusSeconds(600), 0);
		Turn turn = pace.next(TaskKind.RECONCILIATION, links(link("account-stream", true, NOON)), past);
		assertThat(turn.interval()).isZero();
		assertThat(turn.reasoning()).contains("account-stream is back since 2026-11-20T12:00:00Z", "instead of 1 h");
		assertThat(pace.next(TaskKind.RECONCILIATION, links(link("account-stream", true, NOON)), new Past(NOON, 0)).interval())
			.isEqualTo(Duration.ofHours(1));
	}

	@Test
	void doesNotHammerAFailingReconciliationAfterTheStreamIsBack() {
		Past failing = new Past(NOON.minusSeconds(600), 2);
		assertThat(pace.next(TaskKind.RECONCILIATION, links(link("account-stream", true, NOON)), failing).interval())
			.isPositive();
	}

	@Test
	void triesHeldWorkAllTheSameWhenPatienceEnds() {
		Turn turn = pace.next(TaskKind.TRADING_CYCLE, trouble("analyst", true), Past.NONE);
		assertThat(turn.dueAt(new Past(NOON, 0), NOON)).isEqualTo(NOON.plus(Duration.ofMinutes(18)));
		assertThat(turn.dueAt(Past.NONE, NOON)).isEqualTo(NOON.plus(Duration.ofMinutes(18)));
	}

	@Test
	void startsWhatNeverRanAtOnce() {
		assertThat(pace.next(TaskKind.SNAPSHOT, Outlook.UNKNOWN, Past.NONE).dueAt(Past.NONE, NOON)).isEqualTo(NOON);
	}
}
