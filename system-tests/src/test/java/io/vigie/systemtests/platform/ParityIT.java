package io.vigie.systemtests.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.engine.backtest.Assumptions;
import io.vigie.engine.backtest.Backtest;
import io.vigie.engine.backtest.Muted;
import io.vigie.engine.backtest.PositionSize;
import io.vigie.engine.backtest.Stops;
import io.vigie.engine.backtest.Trade;
import io.vigie.engine.market.Instrument;
import io.vigie.engine.market.Tick;
import io.vigie.engine.market.Timeframe;
import io.vigie.engine.risk.Costs;
import io.vigie.engine.risk.ExposureLimits;
import io.vigie.engine.risk.Limits;
import io.vigie.engine.risk.ProtectionLimits;
import io.vigie.engine.risk.Protections;
import io.vigie.engine.risk.SizingPolicy;
import io.vigie.engine.venue.FeeModel;
import io.vigie.engine.venue.Slippage;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/**
 * The backtester over the prints of a run says what the run did: every fill of three strategies, through all services, Kafka and
 * the venue, to the last digit of price, quantity and fee. Settings are the defaults of bots, gate and simulator, written down
 * here once more on purpose. On a platform of its own, beside the tests that break the one that all share.
 */
@Execution(ExecutionMode.CONCURRENT)
class ParityIT {

	private static final int BARS_TRADED = ParityBots.BARS / 2 - 1;
	private static final BigDecimal SLIPPAGE = BigDecimal.ONE;

	/** One purchase or sale, however it came about. */
	record Deal(String side, BigDecimal quantity, BigDecimal price, Instant at) {

		static Deal of(String side, BigDecimal quantity, BigDecimal price, Instant at) {
			return new Deal(side, quantity.stripTrailingZeros(), price.stripTrailingZeros(), at);
		}
	}

	@Test
	void backtestOverTheSamePrintsTradesLikeThePlatform(@TempDir Path folder) throws Exception {
		// What both unpack and rehearse is then there.
		Platform.started();
		Platform platform = new Platform(folder.resolve("data"), Map.of("VIGIE_REPLAY_BUILT_IN", "false", "VIGIE_REPLAY_FILES",
				ParityBots.recordings(folder), "VIGIE_TRADERS_FILE", ParityBots.traders(folder), "VIGIE_REPLAY_PAUSED", "true",
				"VIGIE_LINK_STALE_AFTER", "10m", "VIGIE_LOG_FORMAT", ""));
		try {
			Platform.Said said = platform.vigie("up", "--detach", "--fresh", "--only", "postgres,kafka,simulator,sentinel,analyst,risk,executor");
			assertThat(said.exit()).as(said.text()).isZero();
			Instant start = play(platform);
			Map<ParityBots, List<Trade>> backtests = new LinkedHashMap<>();
			for (ParityBots bot : ParityBots.values()) {
				List<Trade> trades = Backtest.run(new Muted(bot.strategy(), start), Timeframe.M1, prints(platform, bot), assumptions(bot), _ -> {
				}).trades();
				backtests.put(bot, trades);
				assertThat(deals(platform, bot)).as(bot.bot()).isEqualTo(deals(trades)).hasSizeGreaterThanOrEqualTo(6);
				assertThat(cash(platform, bot)).as("cash of " + bot.bot()).isEqualByComparingTo(cash(trades));
			}
			assertThat(backtests.values().stream().flatMap(List::stream).map(Trade::exit).filter(it -> it != null).map(Trade.Exit::cause))
				.as("every way out was taken").contains(Trade.Cause.values());
		}
		finally {
			platform.vigie("down");
		}
	}

	/** @return when trading began */
	private static Instant play(Platform platform) throws Exception {
		try (SteppedMarket market = new SteppedMarket(platform)) {
			Instant start = market.start();
			for (int bar = 0; bar < BARS_TRADED; bar++) {
				Instant before = start.plusSeconds(60L * (bar - 1));
				for (int seconds : new int[] {20, 20, 19, 1}) {
					market.advance(seconds, before);
				}
			}
			return start;
		}
	}

	private static Assumptions assumptions(ParityBots bot) {
		BigDecimal fee = new BigDecimal(bot.isCrypto() ? "0.0025" : "0");
		Instrument instrument = Instrument.of(bot.symbol(), new BigDecimal("0.01"), new BigDecimal(bot.isCrypto() ? "0.0001" : "1"), BigDecimal.ONE);
		BigDecimal fifth = new BigDecimal("0.2");
		Limits limits = new Limits(new SizingPolicy.FixedFraction(fifth), fifth, ParityBots.STOP.movePointLeft(2),
				ParityBots.TARGET.movePointLeft(2), BigDecimal.ZERO, Duration.ofMinutes(15), Duration.ofSeconds(30), new BigDecimal("0.02"), 60,
				new ExposureLimits(new BigDecimal("0.25"), BigDecimal.ONE, new BigDecimal("0.8"), new BigDecimal("0.4"), BigDecimal.ONE, BigDecimal.TEN));
		Protections protections = new Protections(new ProtectionLimits(5, 4, 24, fifth, 48, 20, new BigDecimal("0.05"),
				new BigDecimal("0.02"), 240, 4, 60), Timeframe.M1);
		return new Assumptions(instrument, ParityBots.CAPITAL, new PositionSize.ByGate(limits, new Costs(fee, new BigDecimal("0.01")), protections),
				new FeeModel.MakerTaker(fee, fee), new Slippage.BasisPoints(SLIPPAGE), Duration.ZERO, Stops.NONE);
	}

	/** All that the venue has on record, history included. */
	private static List<Tick> prints(Platform platform, ParityBots bot) {
		String query = "symbols=" + bot.symbol().replace("/", "%2F") + "&start=2020-01-01T00:00:00Z&limit=10000";
		JsonNode answer = platform.http("simulator").get((bot.isCrypto() ? "/v1beta3/crypto/us/trades?" : "/v2/stocks/trades?") + query);
		assertThat(answer.path("next_page_token").isNull()).as("all prints on one page").isTrue();
		return answer.path("trades").path(bot.symbol()).valueStream()
			.map(it -> new Tick(bot.symbol(), it.get("i").asLong(), Instant.parse(it.get("t").asString()), new BigDecimal(it.get("p").asString()),
					new BigDecimal(it.get("s").asString())))
			.toList();
	}

	private static List<Deal> deals(Platform platform, ParityBots bot) {
		return platform.http("executor").list("/trading/trades?limit=1000&bot=" + bot.bot())
			.map(it -> Deal.of(it.get("side").asString(), new BigDecimal(it.get("quantity").asString()), new BigDecimal(it.get("price").asString()),
					Instant.parse(it.get("traded_at").asString())))
			.sorted(Comparator.comparing(Deal::at))
			.toList();
	}

	private static List<Deal> deals(List<Trade> trades) {
		List<Deal> deals = new ArrayList<>();
		for (Trade trade : trades) {
			deals.add(Deal.of("BUY", trade.quantity(), trade.entryPrice(), trade.entryAt()));
			Trade.Exit exit = trade.exit();
			if (exit != null) {
				deals.add(Deal.of("SELL", trade.quantity(), exit.price(), exit.at()));
			}
		}
		return deals;
	}

	private static BigDecimal cash(Platform platform, ParityBots bot) {
		return platform.http("executor").list("/trading/portfolio").filter(it -> it.get("bot").asString().equals(bot.bot()))
			.map(it -> new BigDecimal(it.get("cash").asString())).findFirst().orElseThrow();
	}

	private static BigDecimal cash(List<Trade> trades) {
		return trades.stream().flatMap(it -> Stream.of(it.cost().negate(), it.fees().negate(),
				it.exit() == null ? BigDecimal.ZERO : it.exit().price().multiply(it.quantity()))).reduce(ParityBots.CAPITAL, BigDecimal::add);
	}
}
