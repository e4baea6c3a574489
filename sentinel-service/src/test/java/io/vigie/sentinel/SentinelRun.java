package io.vigie.sentinel;

import io.vigie.common.testing.RealInfrastructure;
import io.vigie.sentinel.connection.Links;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** One life of the service against a fake venue; several of them in a row are a service that was restarted. */
public final class SentinelRun implements AutoCloseable {

	private final ConfigurableApplicationContext context;

	private SentinelRun(Map<String, Object> settings) {
		context = new SpringApplicationBuilder(SentinelService.class).initializers(new RealInfrastructure())
			.properties(settings)
			.run(settings.entrySet().stream().map(it -> "--" + it.getKey() + "=" + it.getValue())
					.toArray(String[]::new));
	}

	/** Follows one symbol besides those of a bot that trades nothing anybody prints. */
	public static SentinelRun of(FakeAlpaca venue, String symbol, String... more) {
		Map<String, Object> settings = new LinkedHashMap<>(settings(venue, symbol));
		for (int i = 0; i < more.length; i += 2) {
			settings.put(more[i], more[i + 1]);
		}
		return new SentinelRun(settings);
	}

	/** At a venue that is a process of its own. */
	public static SentinelRun at(URI venue, String symbol, String... more) {
		Map<String, Object> settings = new LinkedHashMap<>(settings(venue.toString(), symbol));
		for (int i = 0; i < more.length; i += 2) {
			settings.put(more[i], more[i + 1]);
		}
		return new SentinelRun(settings);
	}

	/** What a test sets so that everything is quick. */
	public static Map<String, Object> settings(FakeAlpaca venue, String symbol) {
		return settings(venue.url(), symbol);
	}

	private static Map<String, Object> settings(String venue, String symbol) {
		return Map.ofEntries(Map.entry("server.port", "0"), Map.entry("VIGIE_BROKER_URL", venue),
				Map.entry("VIGIE_SYMBOLS", symbol),
				Map.entry("VIGIE_BROKER_ACCOUNT", account(symbol)), Map.entry("ALPACA_API_KEY_ID", "test-key"),
				Map.entry("ALPACA_API_SECRET_KEY", "test-secret"), Map.entry("VIGIE_LINK_BACK_OFF_FROM", "20ms"),
				Map.entry("VIGIE_LINK_BACK_OFF_TO", "200ms"), Map.entry("VIGIE_QUOTES_EVERY", "0ms"),
				Map.entry("logging.structured.format.console", ""), Map.entry("logging.level.root", "ERROR"),
				Map.entry("logging.level.org.apache.kafka", "OFF"), Map.entry("VIGIE_ACTIVITIES_EVERY", "300ms"),
						Map.entry("VIGIE_LINK_STALE_AFTER", "60s"));
	}

	/** One account per followed symbol keeps tests apart. */
	public static String account(String symbol) {
		return "acc-" + symbol.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]", "");
	}

	public <T> T bean(Class<T> type) {
		return context.getBean(type);
	}

	public boolean isUp(String link) {
		return bean(Links.class).named(link).isUp();
	}

	public String url() {
		return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
	}

	@Override
	public void close() {
		context.close();
	}
}
