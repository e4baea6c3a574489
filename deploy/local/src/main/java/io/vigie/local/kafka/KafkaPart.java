package io.vigie.local.kafka;

import io.vigie.local.process.Launch;
import io.vigie.local.process.Part;
import io.vigie.local.process.Probes;
import io.vigie.local.setting.Component;
import io.vigie.local.setting.Layout;
import io.vigie.local.setting.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Kafka as a part of the platform: broker and controller in one small process on loopback. */
public final class KafkaPart {

	private final Settings settings;

	private final Layout layout;

	private final String java;

	private final String classPath;

	/**
	 * @param java the program that runs it
	 * @param classPath where Kafka's jars are
	 */
	public KafkaPart(Settings settings, Layout layout, String java, String classPath) {
		this.settings = settings;
		this.layout = layout;
		this.java = java;
		this.classPath = classPath;
	}

	public Part part() {
		int port = settings.port(Component.KAFKA);
		return new Part(Component.KAFKA.label(), port, List.of(), this::launch, Probes.port(port), "TERM",
				Duration.ofSeconds(90), Duration.ofSeconds(30));
	}

	private Launch launch() {
		Path file = layout.run().resolve("kafka.properties");
		try {
			Files.createDirectories(layout.kafka());
			Files.writeString(file, properties());
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		List<String> command = new ArrayList<>(List.of(java, "-Xms96m", "-Xmx256m", "-XX:+UseSerialGC",
				"-XX:+ExitOnOutOfMemoryError", "--sun-misc-unsafe-memory-access=allow", "-Dorg.slf4j.simpleLogger.logFile=System.out",
				"-Dorg.slf4j.simpleLogger.defaultLogLevel=warn", "-Dorg.slf4j.simpleLogger.showDateTime=true",
				"-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
				"-Dorg.slf4j.simpleLogger.showThreadName=false", "-Dorg.slf4j.simpleLogger.log.kafka.server.KafkaRaftServer=info"));
		command.addAll(List.of("-cp", classPath, KafkaNode.class.getName(), file.toString(), layout.kafka().toString()));
		return new Launch(command, Map.of(), layout.data());
	}

	String properties() {
		int port = settings.port(Component.KAFKA);
		int controller = settings.kafkaControllerPort();
		return """
				# Written at every start; change the launcher, not this file.
				process.roles=broker,controller
				node.id=1
				controller.quorum.voters=1@127.0.0.1:%2$d
				controller.listener.names=CONTROLLER
				listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
				advertised.listeners=PLAINTEXT://localhost:%1$d
				listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
				log.dirs=%3$s
				# A misspelt topic is an error, not a new topic.
				auto.create.topics.enable=false
				num.partitions=4
				default.replication.factor=1
				min.insync.replicas=1
				# One node: what Kafka keeps for itself cannot be copied, and need not be spread.
				offsets.topic.replication.factor=1
				offsets.topic.num.partitions=4
				transaction.state.log.replication.factor=1
				transaction.state.log.min.isr=1
				transaction.state.log.num.partitions=2
				share.coordinator.state.topic.replication.factor=1
				share.coordinator.state.topic.min.isr=1
				share.coordinator.state.topic.num.partitions=2
				group.initial.rebalance.delay.ms=0
				# A week of the market is more than any service needs to catch up.
				log.retention.hours=168
				log.retention.bytes=1073741824
				log.segment.bytes=67108864
				log.index.size.max.bytes=1048576
				num.network.threads=2
				num.io.threads=4
				num.recovery.threads.per.data.dir=2
				background.threads=2
				log.cleaner.dedupe.buffer.size=16777216
				# After a crash the new process may register when the old one's session has ended.
				broker.heartbeat.interval.ms=1000
				broker.session.timeout.ms=4000
				""".formatted(port, controller, layout.kafka());
	}
}
