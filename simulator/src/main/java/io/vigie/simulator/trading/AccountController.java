package io.vigie.simulator.trading;

import static io.vigie.simulator.exchange.Decimals.text;

import io.vigie.simulator.exchange.Exchange;
import io.vigie.simulator.market.Market;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /v2/account}: one cash account, without margin or shorting. */
@RestController
class AccountController {

	private static final UUID ID = Exchange.assetId("account/paper");

	private final Market market;

	AccountController(Market market) {
		this.market = market;
	}

	@GetMapping("/v2/account")
	AccountView get() {
		return market.read(it -> {
			BigDecimal value = it.positionsValue();
			String cash = text(it.cash());
			String equity = text(it.cash().add(value));
			String power = text(it.buyingPower());
			return new AccountView(ID, "PAPER", "ACTIVE", "ACTIVE", "USD", cash, equity, equity, text(it.lastEquity()), power, power,
					power, power, text(value), text(value), "0", "1", "0", "0", "0", "0", "0", false, false, false, false, false,
					it.start());
		});
	}

	record AccountView(UUID id, String accountNumber, String status, String cryptoStatus, String currency, String cash,
			String portfolioValue, String equity, String lastEquity, String buyingPower, String regtBuyingPower,
			String nonMarginableBuyingPower, String effectiveBuyingPower, String longMarketValue, String positionMarketValue,
			String shortMarketValue, String multiplier, String initialMargin, String maintenanceMargin,
			String lastMaintenanceMargin, String sma, String accruedFees, boolean accountBlocked, boolean tradingBlocked,
			boolean transfersBlocked, boolean tradeSuspendedByUser, boolean shortingEnabled, Instant createdAt) {
	}
}
