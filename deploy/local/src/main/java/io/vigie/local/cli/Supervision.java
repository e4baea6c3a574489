package io.vigie.local.cli;

import com.sun.net.httpserver.HttpServer;
import io.vigie.local.process.ControlServer;
import io.vigie.local.process.PidFile;
import io.vigie.local.process.Supervisor;
import io.vigie.local.setting.Component;
import io.vigie.local.setting.Layout;
import io.vigie.local.setting.Refusal;
import io.vigie.local.setting.Secrets;
import io.vigie.local.setting.Settings;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** The process in the background: keeps the platform alive until it is told to end, then stops everything in order. */
final class Supervision {

	static final String ADDRESS = "control-url";

	static final String PID = "supervisor.pid";

	private final Settings settings;

	private final Layout layout;

	private final Clock clock;

	Supervision(Settings settings, Layout layout, Clock clock) {
		this.settings = settings;
		this.layout = layout;
		this.clock = clock;
	}

	/** Returns only when the process is told to end. */
	void run(Set<Component> only) throws IOException, InterruptedException {
		layout.create();
		try (FileChannel channel = FileChannel.open(layout.run().resolve("supervisor.lock"), StandardOpenOption.CREATE,
				StandardOpenOption.WRITE); FileLock lock = channel.tryLock()) {
			if (lock == null) {
				throw new Refusal("Vigie is running already.");
			}
			PidFile pid = new PidFile(layout.run().resolve(PID));
			pid.write(ProcessHandle.current());
			String token = Secrets.of(Secrets.write(layout.controlToken()));
			HttpServer server = ControlServer.bind(settings.whole("VIGIE_CONTROL_PORT", 0, 0, 65_535));
			URI address = URI.create("http://localhost:" + server.getAddress().getPort());
			Supervisor supervisor = new Supervisor(Platform.parts(only, settings, layout, address, token), layout, clock);
			CountDownLatch end = new CountDownLatch(1);
			Runtime.getRuntime().addShutdownHook(new Thread(() -> {
				supervisor.stop();
				server.stop(0);
				delete(layout.run().resolve(ADDRESS));
				delete(layout.controlToken());
				pid.delete();
				end.countDown();
			}, "stop"));
			supervisor.start();
			ControlServer.start(server, supervisor, token);
			Files.writeString(layout.run().resolve(ADDRESS), address.toString());
			end.await();
		}
	}

	private static void delete(Path file) {
		try {
			Files.deleteIfExists(file);
		}
		catch (IOException e) {
			// The next start writes it anew.
		}
	}
}
