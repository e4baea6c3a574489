package io.vigie.analyst;

import io.vigie.common.testing.RealInfrastructure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
	private final List<Process> apart = new ArrayList<>();

	/** @param symbols of the one bot, {@code crosser}, which crosses averages of 3 and 7 minutes */
	Analysts(String group, StubSentinel sentinel, List<String> symbols) {
		this.group = group;
		this.sentinel = sentinel;
		this.bot = Map.of("vigie.bots[0].name", "crosser", "vigie.bots[0].strategy", "sma-cross", "vigie.bots[0].parameters.fast", "3",
				"vigie.bots[0].parameters.slow", "7", "vigie.bots[0].symbols", String.join(",", symbols), "vigie.bots[0].timeframe",
				"1m", "vigie.bots[0].capital", "25000");
	}

	/** In a process of its own, that can be killed. */
	Process startApart(Path folder) throws IOException {
		RealInfrastructure.Addresses addresses = RealInfrastructure.addresses();
		Path words = Files.write(folder.resolve("java.words"), List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-cp",
				"\"" + System.getProperty("java.class.path") + "\"", AnalystService.class.getName()));
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "@" + words));
		command.addAll(arguments());
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(folder.resolve("apart.log").toFile());
		builder.environment().putAll(Map.of("VIGIE_KAFKA", addresses.kafka(), "VIGIE_DATABASE_URL", addresses.databaseUrl(),
				"VIGIE_DATABASE_PASSWORD", "vigie"));
		Process process = builder.start();
		apart.add(process);
		return process;
	}

	ConfigurableApplicationContext start() {
		ConfigurableApplicationContext context = new SpringApplicationBuilder(AnalystService.class)
			.initializers(new RealInfrastructure())
			.run(arguments().toArray(String[]::new));
		running.add(context);
		return context;
	}

	private List<String> arguments() {
		List<String> arguments = new ArrayList<>(List.of("--server.port=0", "--spring.kafka.consumer.group-id=" + group,
				"--vigie.analyst.sentinel-url=" + sentinel.url(), "--spring.jmx.enabled=false"));
		bot.forEach((name, value) -> arguments.add("--" + name + "=" + value));
		return arguments;
	}

	@Override
	public void close() {
		apart.forEach(Process::destroyForcibly);
		running.forEach(ConfigurableApplicationContext::close);
	}
}
