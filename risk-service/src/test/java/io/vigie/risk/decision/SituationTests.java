package io.vigie.risk.decision;

import static io.vigie.risk.RiskFixtures.MARKET;
import static io.vigie.risk.RiskFixtures.buys;
import static io.vigie.risk.RiskFixtures.closes;
import static io.vigie.risk.RiskFixtures.position;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.common.bot.Bot;
import io.vigie.common.bot.RiskLimits;
import io.vigie.common.message.Evidence;
import io.vigie.common.message.Message;
import io.vigie.common.message.ProposalMessage;
import io.vigie.common.message.TradeProposed;
import io.vigie.engine.market.Timeframe;
import io.vigie.engine.risk.Account;
import io.vigie.engine.risk.Exit;
import io.vigie.engine.risk.Exposure;
import io.vigie.engine.risk.Guard;
import io.vigie.engine.risk.Idea;
import io.vigie.engine.risk.Past;
import io.vigie.engine.risk.RuleResult;
import io.vigie.engine.risk.Ruling;
import io.vigie.engine.risk.TradeRecord;
import io.vigie.risk.connection.LinkDesk;
import io.vigie.engine.market.AssetClass;
import io.vigie.risk.hold.Closing;
import io.vigie.risk.hold.OpenHold;
import io.vigie.risk.portfolio.Standing;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SituationTests {

	private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
	private static final Bot BOT = new Bot("trend", "rules", "sma-cross", Map.of(), List.of("BTC/USD"), Timeframe.M1,
			new BigDecimal("25000"), new RiskLimits(BigDecimal.TEN, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ZERO));

	private static final Exposure NOTHING_OUT = new Exposure(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, null, BigDecimal.ZERO,
			BigDecimal.ZERO);
	private static final Past NEVER = new Past(0, TradeRecord.NONE);

	@Test
	void subtractsHoldsFromCash() {
		Account account = situation(standing(MARKET)).account();
		assertThat(account).isNotNull();
		assertThat(account.free()).isEqualByComparingTo("17500");
	}

	@Test
	void hasNoAccountWithoutPortfolio() {
		assertThat(situation(null).account()).isNull();
		assertThat(situation(null).holding("BTC/USD")).isZero();
	}

	@Test
	void agesThePriceInMarketTime() {
		Message<TradeProposed> message = buys("trend", "BTC/USD", "900", NOW);
		Situation situation = situation(standing(NOW));
		assertThat(situation.idea(message, message.data(), null, NOTHING_OUT, NEVER, MARKET.plusSeconds(600), NOW).offer().priceAge()).isEqualTo(Duration.ofSeconds(601));
		assertThat(situation.idea(message, message.data(), null, NOTHING_OUT, NEVER, MARKET.minusSeconds(9), NOW).offer().priceAge()).isZero();
	}

	@Test
	void takesTheLatestOfABatchForTheTimeInTheMarket() {
		Message<TradeProposed> message = buys("trend", "BTC/USD", "900", NOW);
		Message<TradeProposed> later = message.leadsTo(UUID.randomUUID(), "analyst", "risk", NOW, at(message.data(), MARKET.plusSeconds(60)));
		assertThat(Proposals.latest(List.of(cast(later), cast(message)))).isEqualTo(MARKET.plusSeconds(60));
	}

	@Test
	void agesThePriceByTheBarWhereNoPrintIsKnown() {
		Message<TradeProposed> message = buys("trend", "BTC/USD", "900", NOW);
		TradeProposed it = message.data();
		TradeProposed withoutPrint = new TradeProposed(it.bot(), it.strategy(), it.symbol(), it.action(), it.confidence(), it.price(),
				new Evidence(it.evidence().bar(), null, Map.of()), it.reasoning(), it.decidedAt());
		Idea idea = situation(null).idea(message, withoutPrint, null, NOTHING_OUT, NEVER, MARKET.plusSeconds(9), NOW);
		assertThat(idea.offer().references()).containsExactly(it.evidence().bar().close());
		assertThat(idea.offer().priceAge()).isEqualTo(Duration.ofSeconds(9));
	}

	@Test
	void measuresTheWaitOnTheWallAndNeverBelowZero() {
		assertThat(idea(null, buys("trend", "BTC/USD", "900", NOW.minusMillis(40))).offer().waited()).isEqualTo(Duration.ofMillis(40));
		assertThat(idea(null, buys("trend", "BTC/USD", "900", NOW.plusSeconds(5))).offer().waited()).isZero();
	}

	@Test
	void countsEntriesInFlightAndSalesOfTheSymbolOnly() {
		Situation situation = situation(standing(MARKET));
		assertThat(situation.inFlight("BTC/USD")).isEqualTo(1);
		assertThat(situation.inFlight("DOGE/USD")).isZero();
		Exit exit = situation.exit(closes("trend", "BTC/USD", "900", NOW).data());
		assertThat(exit.holding()).isEqualByComparingTo("5");
		assertThat(exit.closing()).isEqualByComparingTo("2");
	}

	@Test
	void takesTheRangeFromTheEvidence() {
		assertThat(withIndicators(Map.of("rsi", BigDecimal.TEN)).offer().atr()).isNull();
		assertThat(withIndicators(Map.of("rsi", BigDecimal.TEN, "atr", BigDecimal.TWO)).offer().atr()).isEqualByComparingTo("2");
		assertThat(withIndicators(Map.of("atr_14", BigDecimal.TWO)).offer().atr()).isEqualByComparingTo("2");
		assertThat(withIndicators(null).offer().atr()).isNull();
	}

	@Test
	void measuresThePriceByBarAndPrint() {
		Message<TradeProposed> message = buys("trend", "BTC/USD", "900", NOW);
		assertThat(idea(null, message).offer().references()).hasSize(2).allSatisfy(it -> assertThat(it).isEqualByComparingTo("900"));
	}

	@Test
	void needsOnlyTheFeedOfItsOwnKind() {
		List<String> broken = List.of("account-stream", "crypto-feed", "stock-feed");
		assertThat(LinkDesk.needed(broken, AssetClass.CRYPTO)).containsExactly("account-stream", "crypto-feed");
		assertThat(LinkDesk.needed(broken, AssetClass.STOCK)).containsExactly("account-stream", "stock-feed");
		assertThat(LinkDesk.needed(broken, AssetClass.ETF)).containsExactly("account-stream", "stock-feed");
	}

	@Test
	void tellsInWords() {
		TradeProposed buy = buys("trend", "BTC/USD", "900", NOW).data();
		TradeProposed close = closes("trend", "BTC/USD", "900.50", NOW).data();
		assertThat(words(buy, new Ruling.Approved(new BigDecimal("5.50"), new BigDecimal("882.00"), new BigDecimal("936"), new BigDecimal("5012.37"), List.of())))
			.isEqualTo("Approved: buy 5.5 BTC/USD at about 900, stop 882, target 936; 5012.37 held.");
		assertThat(words(close, new Ruling.Approved(new BigDecimal("5"), null, null, BigDecimal.ZERO, List.of())))
			.isEqualTo("Approved: sell all 5 BTC/USD at about 900.5.");
		assertThat(words(buy, new Ruling.Refused(List.of(RuleResult.atMost("duplicate", BigDecimal.ZERO, BigDecimal.ONE, "Already holds it.")))))
			.isEqualTo("Refused BUY BTC/USD at 900. duplicate: Already holds it.");
	}

	private static Idea withIndicators(Map<String, BigDecimal> indicators) {
		Message<TradeProposed> message = buys("trend", "BTC/USD", "900", NOW);
		TradeProposed it = message.data();
		return situation(null).idea(message, new TradeProposed(it.bot(), it.strategy(), it.symbol(), it.action(), it.confidence(), it.price(),
				new Evidence(it.evidence().bar(), null, indicators), it.reasoning(), it.decidedAt()), null, NOTHING_OUT, NEVER, MARKET, NOW);
	}

	private static String words(TradeProposed proposal, Ruling ruling) {
		return new Decided(buys("trend", "BTC/USD", "900", NOW), proposal, ruling, MARKET).inWords();
	}

	private static TradeProposed at(TradeProposed it, Instant decidedAt) {
		return new TradeProposed(it.bot(), it.strategy(), it.symbol(), it.action(), it.confidence(), it.price(), it.evidence(),
				it.reasoning(), decidedAt);
	}

	@SuppressWarnings("unchecked")
	private static Message<ProposalMessage> cast(Message<TradeProposed> message) {
		return (Message<ProposalMessage>) (Message<?>) message;
	}

	private static Idea idea(Standing standing, Message<TradeProposed> message) {
		return situation(standing).idea(message, message.data(), null, NOTHING_OUT, NEVER, message.data().decidedAt(), NOW);
	}

	private static Standing standing(Instant asOf) {
		return new Standing("trend", 3, new BigDecimal("25000"), new BigDecimal("20000"), new BigDecimal("24500"),
				List.of(position("BTC/USD", "5", "900")), asOf);
	}

	private static Situation situation(Standing standing) {
		return new Situation(BOT, standing,
				List.of(new OpenHold(UUID.randomUUID(), "trend", "BTC/USD", new BigDecimal("2000"), NOW),
						new OpenHold(UUID.randomUUID(), "trend", "ETH/USD", new BigDecimal("500"), NOW)),
				List.of(new Closing("trend", "BTC/USD", new BigDecimal("2")), new Closing("trend", "ETH/USD", new BigDecimal("9"))),
				Guard.NONE);
	}
}
