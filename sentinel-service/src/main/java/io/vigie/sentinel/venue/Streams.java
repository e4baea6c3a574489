package io.vigie.sentinel.venue;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Where the streams are, and what to say to them. What is said to authenticate is secret: never to be logged. */
@Component
public final class Streams {

	private final VenueSettings settings;
	private final JsonMapper mapper = JsonMapper.shared();

	Streams(VenueSettings settings) {
		this.settings = settings;
	}

	public URI stocks() {
		return settings.stockStream();
	}

	public URI crypto() {
		return settings.cryptoStream();
	}

	public URI account() {
		return settings.accountStream();
	}

	public String authentication() {
		return mapper.writeValueAsString(Map.of("action", "auth", "key", settings.keyId(), "secret",
				settings.secretKey()));
	}

	public String subscription(Collection<String> symbols, boolean quotes) {
		return mapper.writeValueAsString(Map.of("action", "subscribe", "trades", symbols, "quotes", quotes ? symbols
				: List.of()));
	}

	public String listening() {
		return mapper.writeValueAsString(Map.of("action", "listen", "data", Map.of("streams",
				List.of("trade_updates"))));
	}
}
