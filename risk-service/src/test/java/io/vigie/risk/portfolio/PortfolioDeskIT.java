package io.vigie.risk.portfolio;

import static io.vigie.risk.RiskFixtures.MARKET;
import static io.vigie.risk.RiskFixtures.portfolio;
import static io.vigie.risk.RiskFixtures.position;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.common.message.Message;
import io.vigie.common.message.PortfolioChanged;
import io.vigie.common.message.PortfolioMessage;
import io.vigie.risk.Neighbours;
import io.vigie.risk.RiskTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RiskTest
class PortfolioDeskIT {

	@Autowired
	private Neighbours neighbours;
	@Autowired
	private PortfolioDesk desk;

	@BeforeEach
	void forget() {
		neighbours.forgetEverything();
	}

	@Test
	void keepsTheNewestOfABatchWhateverTheOrder() {
		desk.hear(List.of(cast(portfolio("trend", 3, "300")), cast(portfolio("trend", 5, "500")), cast(portfolio("trend", 4, "400"))));
		assertThat(desk.of(List.of("trend")).get("trend").cash()).isEqualByComparingTo("500");
	}

	@Test
	void takesALaterPriceOfTheSameLedger() {
		desk.hear(List.of(cast(at(portfolio("trend", 3, "300", position("BTC/USD", "5", "900")), MARKET))));
		desk.hear(List.of(cast(at(portfolio("trend", 3, "300", position("BTC/USD", "5", "950")), MARKET.plusSeconds(60)))));
		desk.hear(List.of(cast(at(portfolio("trend", 3, "300", position("BTC/USD", "5", "800")), MARKET.plusSeconds(30)))));
		assertThat(desk.of(List.of("trend")).get("trend").worth("BTC/USD")).isEqualByComparingTo("4750");
		assertThat(desk.of(List.of("trend")).get("trend").holding("BTC/USD")).isEqualByComparingTo("5");
		assertThat(desk.of(List.of("trend")).get("trend").holding("ETH/USD")).isZero();
	}

	private static Message<PortfolioChanged> at(Message<PortfolioChanged> message, Instant asOf) {
		PortfolioChanged it = message.data();
		return Message.beginning(UUID.randomUUID(), "executor", Message.ALL, asOf, new PortfolioChanged(it.bot(), it.sequence(),
				it.currency(), it.capital(), it.cash(), it.held(), it.positionsValue(), it.equity(), it.realised(), it.fees(), it.positions(), asOf));
	}

	@SuppressWarnings("unchecked")
	private static Message<PortfolioMessage> cast(Message<PortfolioChanged> message) {
		return (Message<PortfolioMessage>) (Message<?>) message;
	}
}
