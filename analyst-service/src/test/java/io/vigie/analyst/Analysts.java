package io.vigie.analyst;

import io.vigie.common.testing.RealInfrastructure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Whole instances of the service, to start, share the work and be stopped. */
final class Analysts implements AutoCloseable {

	private final String group;
	private final StubSentinel sentinel;
	private final Map<String, String> bot;
	private final List<ConfigurableApplicationContext> running = new ArrayList<>();

	/** @param symbols of the one bot, {@code crosser}, which crosses averages of 3 and 7 minutes */
	Analysts(String group, StubSentinel sentinel, List<String> symbols) {
		this.group = group;
		this.sentinel = sentinel;
		this.bot = Map.of("vigie.bots[0].name", "crosser", "vigie.bots[0].strategy", "sma-cross", "vigie.bots[0].parameters.fast", "3",
				"vigie.bots[0].parameters.slow", "7", "vigie.bots[0].symbols", String.join(",", symbols), "vigie.bots[0].timeframe",
				"1m", "vigie.bots[0].capital", "25000");
	}

	ConfigurableApplicationContext start() {
		List<String> arguments = new ArrayList<>(List.of("--server.port=0", "--spring.kafka.consumer.group-id=" + group,
				"--vigie.analyst.sentinel-url=" + sentinel.url(), "--spring.jmx.enabled=false"));
		bot.forEach((name, value) -> arguments.add("--" + name + "=" + value));
		ConfigurableApplicationContext context = new SpringApplicationBuilder(AnalystService.class)
			.initializers(new RealInfrastructure())
			.run(arguments.toArray(String[]::new));
		running.add(context);
		return context;
	}

	@Override
	public void close() {
		running.forEach(ConfigurableApplicationContext::close);
	}
}
