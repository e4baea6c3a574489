package io.vigie.analyst;

import io.vigie.analyst.series.Reading;
import io.vigie.analyst.series.Watches;
import io.vigie.common.testing.RealInfrastructure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;

/** Whole instances of the service, to start, share the work and be stopped. */
final class Analysts implements AutoCloseable {

	private final String group;
	private final StubSentinel sentinel;
	private final Map<String, String> bots;
	private final List<ConfigurableApplicationContext> running = new ArrayList<>();
	private final List<Process> apart = new ArrayList<>();

	/** @param symbols of the one bot, {@code crosser}, which crosses averages of 3 and 7 minutes */
	Analysts(String group, StubSentinel sentinel, List<String> symbols) {
		this(group, sentinel, Map.of("vigie.bots[0].name", "crosser", "vigie.bots[0].strategy", "sma-cross", "vigie.bots[0].parameters.fast", "3",
				"vigie.bots[0].parameters.slow", "7", "vigie.bots[0].symbols", String.join(",", symbols), "vigie.bots[0].timeframe",
				"1m", "vigie.bots[0].capital", "25000"));
	}

	/** @param bots as settings */
	Analysts(String group, StubSentinel sentinel, Map<String, String> bots) {
		this.group = group;
		this.sentinel = sentinel;
		this.bots = bots;
	}

	/** How many partitions that listener of the instance has. */
	static int partitions(ConfigurableApplicationContext instance, String listener) {
		var container = instance.getBean(KafkaListenerEndpointRegistry.class).getListenerContainer(listener);
		return container == null || container.getAssignedPartitions() == null ? 0 : container.getAssignedPartitions().size();
	}

	/** The symbols that the instance decides on. */
	static Set<String> watched(ConfigurableApplicationContext instance) {
		return instance.getBean(Watches.class).readings().stream().filter(it -> it.stage() == Reading.Stage.READY).map(Reading::symbol)
			.collect(Collectors.toSet());
	}

	/** In a process of its own, that can be killed. */
	Process startApart(Path folder) throws IOException {
		return startApart(folder, 0, "-XX:TieredStopAtLevel=1");
	}

	/** @param more words for the JVM and of the service, the latter beginning with two dashes */
	Process startApart(Path folder, int port, String... more) throws IOException {
		RealInfrastructure.Addresses addresses = RealInfrastructure.addresses();
		List<String> jvm = Stream.of(more).filter(it -> !it.startsWith("--")).toList();
		List<String> words = new ArrayList<>(List.of("-Xmx256m", "-cp", "\"" + System.getProperty("java.class.path") + "\""));
		words.addAll(jvm);
		words.add(AnalystService.class.getName());
		Path file = Files.write(folder.resolve(port + ".words"), words);
		List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "@" + file));
		command.addAll(arguments(port));
		Stream.of(more).filter(it -> !jvm.contains(it)).forEach(command::add);
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(folder.resolve(port + ".log").toFile());
		builder.environment().putAll(Map.of("VIGIE_KAFKA", addresses.kafka(), "VIGIE_DATABASE_URL", addresses.databaseUrl(),
				"VIGIE_DATABASE_PASSWORD", "vigie"));
		Process process = builder.start();
		apart.add(process);
		return process;
	}

	ConfigurableApplicationContext start() {
		ConfigurableApplicationContext context = new SpringApplicationBuilder(AnalystService.class)
			.initializers(new RealInfrastructure())
			.run(arguments(0).toArray(String[]::new));
		running.add(context);
		return context;
	}

	private List<String> arguments(int port) {
		List<String> arguments = new ArrayList<>(List.of("--server.port=" + port, "--spring.kafka.consumer.group-id=" + group,
				"--vigie.analyst.sentinel-url=" + sentinel.url(), "--spring.jmx.enabled=false",
				// The least that brokers allow: so soon is one that was killed missed.
				"--spring.kafka.consumer.properties.session.timeout.ms=6000", "--spring.kafka.consumer.properties.heartbeat.interval.ms=200"));
		bots.forEach((name, value) -> arguments.add("--" + name + "=" + value));
		return arguments;
	}

	@Override
	public void close() {
		apart.forEach(Process::destroyForcibly);
		running.forEach(ConfigurableApplicationContext::close);
	}
}
