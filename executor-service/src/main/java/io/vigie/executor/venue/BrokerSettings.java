package io.vigie.executor.venue;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where the broker is and who we are there.
 *
 * @param account the name under which the account's events are said
 * @param timeout after which the answer to a request counts as lost
 */
@ConfigurationProperties("vigie.executor.broker")
@Validated
record BrokerSettings(@NotNull URI url, @NotBlank String keyId, @NotBlank String secretKey, @NotBlank String account,
		@NotNull Duration timeout) {

	@AssertTrue(message = "must be the simulator or paper-api.alpaca.markets: this version trades no real money (VIGIE_BROKER_URL)")
	boolean isUrlPaper() {
		return !"api.alpaca.markets".equalsIgnoreCase(url.getHost());
	}

	@Override
	public String toString() {
		return "BrokerSettings[url=" + url + ", account=" + account + "]";
	}
}
