package io.vigie.common.testing;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
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
import java.util.concurrent.TimeUnit;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** Starts the two, wherever they can run, and lays out the database as production does: one role and schema per service. */
final class Infrastructure {

	private static final String POSTGRES = "postgres:18";
	private static final String KAFKA = "apache/kafka:4.2.1";

	private Infrastructure() {
	}

	static RealInfrastructure.Addresses start() {
		return switch (System.getenv().getOrDefault("VIGIE_TEST_INFRASTRUCTURE", "")) {
			case "docker" -> inContainers();
			case "embedded" -> embedded();
			default -> dockerAnswers() && hasImage(POSTGRES) && hasImage(KAFKA) ? inContainers() : embedded();
		};
	}

	private static boolean dockerAnswers() {
		return (Files.exists(Path.of("/var/run/docker.sock")) || System.getenv("DOCKER_HOST") != null)
				&& DockerClientFactory.instance().isDockerAvailable();
	}

	/** There, or to be had within a minute. */
	private static boolean hasImage(String image) {
		DockerClient docker = DockerClientFactory.instance().client();
		try {
			docker.inspectImageCmd(image).exec();
			return true;
		}
		catch (NotFoundException missing) {
			try {
				return docker.pullImageCmd(image).start().awaitCompletion(1, TimeUnit.MINUTES);
			}
			catch (DockerException e) {
				return false;
			}
			catch (InterruptedException e) {
				Thread.currentThread().interrupt();
				return false;
			}
		}
	}

	private static RealInfrastructure.Addresses inContainers() {
		var postgres = new PostgreSQLContainer(POSTGRES).withDatabaseName("vigie").withUsername("postgres").withPassword("vigie")
			.withStartupTimeout(Duration.ofMinutes(2));
		var kafka = new KafkaContainer(KAFKA).withStartupTimeout(Duration.ofMinutes(2));
		postgres.start();
		kafka.start();
		String url = "jdbc:postgresql://" + postgres.getHost() + ":" + postgres.getMappedPort(5432) + "/vigie";
		layOut(url + "?user=postgres&password=vigie");
		return new RealInfrastructure.Addresses(kafka.getBootstrapServers(), url);
	}

	private static RealInfrastructure.Addresses embedded() {
		try {
			EmbeddedPostgres postgres = EmbeddedPostgres.builder().setServerConfig("max_connections", "200").setServerConfig("fsync", "off").start();
			run(postgres.getJdbcUrl("postgres", "postgres"), "create database vigie");
			layOut(postgres.getJdbcUrl("postgres", "vigie"));
			var kafka = new EmbeddedKafkaKraftBroker(1, 1);
			kafka.brokerProperties(Map.of("auto.create.topics.enable", "false", "group.initial.rebalance.delay.ms", "0"));
			kafka.afterPropertiesSet();
			return new RealInfrastructure.Addresses(kafka.getBrokersAsString(),
					"jdbc:postgresql://localhost:" + postgres.getPort() + "/vigie");
		}
		catch (IOException e) {
			throw new UncheckedIOException("Embedded PostgreSQL did not start", e);
		}
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
