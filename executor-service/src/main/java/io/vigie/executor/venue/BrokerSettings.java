package io.vigie.executor.venue;

import io.vigie.engine.order.ResendRule;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the broker is and who we are there.
 *
 * @param account the name under which the account's events are said
 * @param dialect what the venue does about client order ids
 * @param mode paper unless said otherwise
 * @param timeout after which the answer to a request counts as lost
 */
@ConfigurationProperties("vigie.executor.broker")
@Validated
record BrokerSettings(@NotNull URI url, @NotBlank String keyId, @NotBlank String secretKey, @NotBlank String account,
		@NotNull @DefaultValue("alpaca") ResendRule.Dialect dialect,
		@NotNull @DefaultValue("paper") TradingMode mode, @NotNull @DurationMin(millis = 100) Duration timeout) {

	@AssertTrue(message = "has the broker for real money in VIGIE_BROKER_URL: that needs VIGIE_TRADING_MODE=live and a signed acknowledgement; "
			+ "without them use the simulator or https://paper-api.alpaca.markets")
	boolean isUrlPaper() {
		return mode == TradingMode.LIVE || !isLive();
	}

	/** Alpaca itself, paper or not; the simulator takes a few things that Alpaca doesn't. */
	boolean isAlpaca() {
		return host().equals("alpaca.markets") || host().endsWith(".alpaca.markets");
	}

	/** Every address of Alpaca's but the one for paper. */
	boolean isLive() {
		return isAlpaca() && !host().equals("paper-api.alpaca.markets");
	}

	private String host() {
		String host = url.getHost() == null ? "" : url.getHost().toLowerCase(Locale.ROOT);
		return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
	}

	@Override
	public String toString() {
		return "BrokerSettings[url=" + url + ", account=" + account + "]";
	}
}
