package io.vigie.common.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.utils.Exit;
import org.springframework.boot.SpringApplication;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** Starts the two, wherever they can run, and lays out the database as production does: one role and schema per service. */
final class Infrastructure {

	private static final String POSTGRES = "postgres:18";
	private static final String KAFKA = "apache/kafka:4.2.1";

	private Infrastructure() {
	}

	static RealInfrastructure.Addresses start() {
		return switch (System.getenv().getOrDefault("VIGIE_TEST_INFRASTRUCTURE", "")) {
			case "docker" -> {
				if (!hasImages()) {
					throw new IllegalStateException("VIGIE_TEST_INFRASTRUCTURE is 'docker', but the engine has no " + POSTGRES + " or no " + KAFKA
							+ " and can't fetch them: make them be there, or set it to 'embedded'");
				}
				yield inContainers();
			}
			case "embedded" -> embedded();
			default -> dockerAnswers() && hasImages() ? inContainers() : embedded();
		};
	}

	private static boolean dockerAnswers() {
		return (Files.exists(Path.of("/var/run/docker.sock")) || System.getenv("DOCKER_HOST") != null)
				&& DockerClientFactory.instance().isDockerAvailable();
	}

	private static boolean hasImages() {
		var images = new Images(DockerClientFactory.instance().client());
		return images.have(POSTGRES) && images.have(KAFKA);
	}

	private static RealInfrastructure.Addresses inContainers() {
		var postgres = new PostgreSQLContainer(POSTGRES).withDatabaseName("vigie").withUsername("postgres").withPassword("vigie")
			.withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=200").withStartupTimeout(Duration.ofMinutes(2));
		var kafka = new KafkaContainer(KAFKA).withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false").withStartupTimeout(Duration.ofMinutes(2));
		Startables.deepStart(postgres, kafka).join();
		String url = "jdbc:postgresql://" + postgres.getHost() + ":" + postgres.getMappedPort(5432) + "/vigie";
		layOut(url + "?user=postgres&password=vigie");
		return new RealInfrastructure.Addresses(kafka.getBootstrapServers(), url);
	}

	private static RealInfrastructure.Addresses embedded() {
		try {
			// Both take their seconds, side by side.
			CompletableFuture<String> kafka = CompletableFuture.supplyAsync(Infrastructure::embeddedKafka);
			EmbeddedPostgres postgres = EmbeddedPostgres.builder().setServerConfig("max_connections", "200").setServerConfig("fsync", "off")
				.setServerConfig("synchronous_commit", "off").setServerConfig("full_page_writes", "off").setRegisterShutdownHook(false).start();
			SpringApplication.getShutdownHandlers().add(() -> close(postgres));
			run(postgres.getJdbcUrl("postgres", "postgres"), "create database vigie");
			layOut(postgres.getJdbcUrl("postgres", "vigie"));
			return new RealInfrastructure.Addresses(kafka.join(), "jdbc:postgresql://localhost:" + postgres.getPort() + "/vigie");
		}
		catch (IOException e) {
			throw new UncheckedIOException("Embedded PostgreSQL did not start", e);
		}
	}

	private static void close(EmbeddedPostgres postgres) {
		try {
			postgres.close();
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static String embeddedKafka() {
		// What it clears away, services still stand on as they end: they would wait for it in vain.
		Exit.setShutdownHookAdder((_, task) -> SpringApplication.getShutdownHandlers().add(task));
		var kafka = new EmbeddedKafkaKraftBroker(1, 1);
		kafka.brokerProperties(Map.of("auto.create.topics.enable", "false", "group.initial.rebalance.delay.ms", "0",
				"offsets.topic.num.partitions", "4", "log.index.size.max.bytes", "1048576"));
		kafka.afterPropertiesSet();
		return kafka.getBrokersAsString();
	}

	/** The same script that production uses; its one variable is the password. */
	private static void layOut(String url) {
		Path script = Path.of("").toAbsolutePath();
		while (!Files.exists(script.resolve("deploy/postgres/init.sql"))) {
			script = script.getParent();
		}
		try {
			run(url, Files.readString(script.resolve("deploy/postgres/init.sql")));
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static void run(String url, String sql) {
		try (Connection connection = DriverManager.getConnection(url); Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
		catch (SQLException e) {
			throw new IllegalStateException("Test database could not be laid out", e);
		}
	}
}
