package io.vigie.local.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreflightTests {

	@TempDir
	private Path folder;

	private final Map<String, String> environment = new HashMap<>();

	@Test
	void findsNothingWrongWhenAllIsFree() throws IOException {
		takeFreePorts();
		assertThat(preflight().ports()).isEmpty();
		assertThatCode(() -> preflight().require()).doesNotThrowAnyException();
	}

	@Test
	void namesATakenPortItsPartAndTheWayOut() throws IOException {
		takeFreePorts();
		try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			int port = other.getLocalPort();
			environment.put("VIGIE_EXECUTOR_PORT", Integer.toString(port));
			String sentence = "Port %d, which executor needs, is taken by another program: stop it, or set VIGIE_EXECUTOR_PORT to a free port."
				.formatted(port);
			assertThat(preflight().ports()).containsExactly(sentence);
			assertThatThrownBy(() -> preflight().require()).isInstanceOf(Refusal.class).hasMessage(sentence);
		}
	}

	@Test
	void seesAPortSomebodyHoldsWithoutListening() throws IOException {
		takeFreePorts();
		try (Socket other = new Socket()) {
			other.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
			environment.put("VIGIE_SENTINEL_PORT", Integer.toString(other.getLocalPort()));
			assertThat(preflight().ports()).singleElement().asString().contains("sentinel");
		}
	}

	/** One that listens everywhere is in the way as well. */
	@Test
	void seesAProgramThatListensOnAllAddresses() throws IOException {
		takeFreePorts();
		try (ServerSocket other = new ServerSocket(0)) {
			environment.put("VIGIE_KAFKA_CONTROLLER_PORT", Integer.toString(other.getLocalPort()));
			assertThat(preflight().ports()).singleElement().asString().contains("kafka", "VIGIE_KAFKA_CONTROLLER_PORT");
		}
	}

	@Test
	void seesOnePortGivenToTwo() throws IOException {
		takeFreePorts();
		environment.put("VIGIE_HEALTH_PORT", environment.get("VIGIE_RISK_PORT"));
		assertThat(preflight().ports()).containsExactly("Port %s is given to both risk and health: set VIGIE_HEALTH_PORT to another one."
			.formatted(environment.get("VIGIE_RISK_PORT")));
	}

	@Test
	void saysHowMuchRoomIsMissing() {
		assertThat(preflight().disk(1_900_000_000L)).hasValueSatisfying(sentence -> assertThat(sentence)
			.startsWith("Only 1.9 GB are free for " + folder).endsWith("make room, or set VIGIE_DATA_DIR to another disk."));
		assertThat(preflight().disk(Preflight.LEAST_FREE_BYTES)).isEmpty();
		assertThat(preflight().disk(Preflight.LEAST_FREE_BYTES - 1)).isPresent();
	}

	@Test
	void looksAtTheDiskTheDataWillLieOn() {
		environment.put("VIGIE_DATA_DIR", "/proc/vigie");
		assertThat(preflight().disk()).hasValueSatisfying(sentence -> assertThat(sentence).startsWith("Only 0.0 GB are free for /proc/vigie"));
	}

	@Test
	void saysHowMuchMemoryIsMissing() {
		assertThat(Preflight.memory(2_100_000_000L)).hasValue("This machine has 2.1 GB of memory; Vigie needs 4 GB.");
		assertThat(Preflight.memory(Preflight.LEAST_MEMORY_BYTES)).isEmpty();
	}

	@Test
	void seesWhatCannotBeWritten() throws IOException {
		Path closed = Files.createDirectory(folder.resolve("closed"), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-x------")));
		assumeThat(Files.isWritable(closed)).as("root may write anywhere").isFalse();
		environment.put("VIGIE_DATA_DIR", "closed/deep");
		assertThat(preflight().writable()).hasValueSatisfying(sentence -> assertThat(sentence).endsWith("cannot be written: change its owner, or set VIGIE_DATA_DIR."));
	}

	@Test
	void acceptsAFolderThatIsNotThereYet() throws IOException {
		environment.put("VIGIE_DATA_DIR", "deep/down/below");
		assertThat(preflight().writable()).isEmpty();
		assertThat(Files.exists(folder.resolve("deep"))).isFalse();
	}

	private Preflight preflight() {
		Settings settings = new Settings(environment);
		return new Preflight(settings, Layout.of(folder, settings));
	}

	private void takeFreePorts() throws IOException {
		ServerSocket[] sockets = new ServerSocket[Component.values().length + 1];
		for (int i = 0; i < sockets.length; i++) {
			sockets[i] = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
			String variable = i < Component.values().length ? Component.values()[i].portVariable() : "VIGIE_KAFKA_CONTROLLER_PORT";
			environment.put(variable, Integer.toString(sockets[i].getLocalPort()));
		}
		for (ServerSocket socket : sockets) {
			socket.close();
		}
	}
}
