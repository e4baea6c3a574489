package io.vigie.sentinel.venue;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where the venue is and who we are there.
 *
 * @param stockFeed Alpaca's name of the stock feed, {@code iex} or {@code sip}
 */
@ConfigurationProperties("vigie.sentinel.venue")
@Validated
record VenueSettings(@NotNull URI brokerUrl, @NotNull URI stockDataUrl, @NotNull URI cryptoDataUrl,
		@NotNull @Pattern(regexp = "[a-z_]{2,20}", message = "must be a feed such as iex or sip") String stockFeed,
		@Nullable URI stockStreamUrl, @Nullable URI cryptoStreamUrl, @Nullable URI accountStreamUrl,
				@NotBlank String keyId,
		@NotBlank String secretKey, @NotNull Duration timeout) {

	private static final String ALPACA_DATA = "data.alpaca.markets";

	URI stockStream() {
		return stream(stockStreamUrl, stockDataUrl, "/v2/" + stockFeed);
	}

	URI cryptoStream() {
		return stream(cryptoStreamUrl, cryptoDataUrl, "/v1beta3/crypto/us");
	}

	URI accountStream() {
		return stream(accountStreamUrl, brokerUrl, "/stream");
	}

	/** Never with the secret. */
	@Override
	public String toString() {
		return "VenueSettings[brokerUrl=" + brokerUrl + ", stockDataUrl=" + stockDataUrl + ", cryptoDataUrl="
				+ cryptoDataUrl + "]";
	}

	/** Alpaca streams its market data from another host than it serves it. */
	private static URI stream(@Nullable URI given, URI rest, String path) {
		if (given != null && !given.toString().isEmpty()) {
			return given;
		}
		String scheme = "https".equals(rest.getScheme()) ? "wss" : "ws";
		String authority = ALPACA_DATA.equals(rest.getAuthority()) ? "stream." + ALPACA_DATA : rest.getAuthority();
		return URI.create(scheme + "://" + authority + path);
	}
}
