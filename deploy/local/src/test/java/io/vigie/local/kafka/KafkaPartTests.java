package io.vigie.local.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.local.process.Launch;
import io.vigie.local.setting.Layout;
import io.vigie.local.setting.Settings;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaPartTests {

	@TempDir
	private Path folder;

	@Test
	void listensOnLoopbackAtThePortsGiven() throws IOException {
		Properties properties = properties(Map.of("VIGIE_KAFKA_PORT", "5000", "VIGIE_KAFKA_CONTROLLER_PORT", "5001"));
		assertThat(properties).containsEntry("listeners", "PLAINTEXT://127.0.0.1:5000,CONTROLLER://127.0.0.1:5001")
			.containsEntry("advertised.listeners", "PLAINTEXT://localhost:5000")
			.containsEntry("controller.quorum.voters", "1@127.0.0.1:5001");
	}

	/** A misspelt topic must fail, and a single node must never wait for copies of what it keeps for itself. */
	@Test
	void suitsASingleNodeThatInventsNothing() throws IOException {
		assertThat(properties(Map.of())).containsEntry("auto.create.topics.enable", "false")
			.containsEntry("offsets.topic.replication.factor", "1")
			.containsEntry("transaction.state.log.replication.factor", "1")
			.containsEntry("transaction.state.log.min.isr", "1")
			.containsEntry("share.coordinator.state.topic.replication.factor", "1");
	}

	@Test
	void writesItsSettingsBeforeEveryStart() {
		Layout layout = new Layout(folder, folder.resolve("data"));
		layout.create();
		Launch launch = part(Map.of(), layout).part().launch().get();
		assertThat(layout.run().resolve("kafka.properties")).content().contains("log.dirs=" + layout.kafka());
		assertThat(launch.command()).startsWith("java").endsWith(KafkaNode.class.getName(), layout.run().resolve("kafka.properties").toString(),
				layout.kafka().toString());
		assertThat(layout.kafka()).isDirectory();
	}

	private Properties properties(Map<String, String> environment) throws IOException {
		Properties properties = new Properties();
		properties.load(new StringReader(part(environment, new Layout(folder, folder.resolve("data"))).properties()));
		return properties;
	}

	private static KafkaPart part(Map<String, String> environment, Layout layout) {
		return new KafkaPart(new Settings(environment), layout, "java", "all.jar");
	}
}
