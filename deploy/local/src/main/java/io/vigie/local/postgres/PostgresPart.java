package io.vigie.local.postgres;

import io.vigie.local.process.Launch;
import io.vigie.local.process.Part;
import io.vigie.local.setting.Component;
import io.vigie.local.setting.Layout;
import io.vigie.local.setting.Refusal;
import io.vigie.local.setting.Secrets;
import io.vigie.local.setting.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** PostgreSQL as a part of the platform: durable, on loopback, with small settings. */
public final class PostgresPart {

	private static final String FORMAT_LOG = "initdb.log";

	private final Settings settings;

	private final Layout layout;

	private final PostgresBinaries binaries;

	public PostgresPart(Settings settings, Layout layout) {
		this.settings = settings;
		this.layout = layout;
		this.binaries = new PostgresBinaries(layout.cache());
	}

	public Part part() {
		Path secret = layout.data().resolve("postgres-password");
		Path script = layout.root().resolve("deploy/postgres/init.sql");
		int port = settings.port(Component.POSTGRES);
		Database database = new Database(port, () -> Secrets.of(secret), settings.databasePassword(), script);
		// INT is PostgreSQL's "fast": it does not wait for clients to leave.
		return new Part(Component.POSTGRES.label(), port, List.of(), this::launch, database::isReady, "INT",
				Duration.ofSeconds(60), Duration.ofSeconds(30));
	}

	private Launch launch() {
		Path home = binaries.unpacked();
		if (!Files.isRegularFile(layout.postgres().resolve("PG_VERSION"))) {
			format(home);
		}
		List<String> command = asOrdinaryUser();
		command.add(home.resolve("bin/postgres").toString());
		command.addAll(List.of("-D", layout.postgres().toString(), "-p", Integer.toString(settings.port(Component.POSTGRES))));
		parameters().forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
		return new Launch(command, Map.of(), layout.data());
	}

	private static Map<String, String> parameters() {
		return Map.ofEntries(Map.entry("listen_addresses", "127.0.0.1"), Map.entry("unix_socket_directories", ""),
				Map.entry("max_connections", "200"), Map.entry("shared_buffers", "64MB"), Map.entry("fsync", "on"),
				Map.entry("synchronous_commit", "on"), Map.entry("jit", "off"), Map.entry("max_wal_size", "512MB"),
				Map.entry("timezone", "UTC"), Map.entry("log_timezone", "UTC"), Map.entry("log_checkpoints", "off"),
				Map.entry("idle_in_transaction_session_timeout", "5min"));
	}

	private void format(Path home) {
		try {
			Layout.delete(layout.postgres());
			Files.createDirectories(layout.data());
			Files.createDirectory(layout.postgres(),
					PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
			Path password = Secrets.write(layout.data().resolve("postgres-password"));
			List<String> command = asOrdinaryUser();
			command.addAll(List.of(home.resolve("bin/initdb").toString(), "-D", layout.postgres().toString(), "-U", "postgres",
					"--auth=scram-sha-256", "--pwfile=" + password, "--encoding=UTF8", "--locale=C", "--no-instructions"));
			Path log = layout.logs().resolve(FORMAT_LOG);
			int code = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start().waitFor();
			if (code != 0) {
				List<String> lines = Files.readAllLines(log);
				Layout.delete(layout.postgres());
				throw new Refusal("PostgreSQL could not lay out its data folder: %s"
						.formatted(lines.isEmpty() ? "code " + code : lines.getLast()));
			}
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	/** PostgreSQL refuses to run as root; in containers one often is, so there it gets a user of its own. */
	private static List<String> asOrdinaryUser() {
		boolean root = "root".equals(System.getProperty("user.name"));
		return new ArrayList<>(root ? List.of("unshare", "-U") : List.of());
	}
}
