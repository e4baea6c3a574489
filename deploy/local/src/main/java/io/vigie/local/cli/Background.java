package io.vigie.local.cli;

import io.vigie.local.setting.Layout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Starts the supervisor in a session of its own, so that neither the end of the terminal nor a Ctrl+C in it reaches the platform:
 * whoever is in front decides what a Ctrl+C means.
 */
final class Background {

	private Background() {
	}

	static Process start(Layout layout, Map<String, String> environment, List<String> arguments) throws IOException {
		List<String> command = new ArrayList<>(newSession());
		command.addAll(List.of(Platform.java(), "-Xms16m", "-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto",
				"-Dvigie.root=" + layout.root(), "-cp", System.getProperty("java.class.path"), "io.vigie.local.Vigie",
				"supervise"));
		command.addAll(arguments);
		ProcessBuilder builder = new ProcessBuilder(command).directory(layout.root().toFile()).redirectErrorStream(true)
				.redirectInput(Path.of("/dev/null").toFile()).redirectOutput(layout.log("supervisor").toFile());
		builder.environment().clear();
		builder.environment().putAll(environment);
		return builder.start();
	}

	private static List<String> newSession() {
		for (String folder : List.of("/usr/bin", "/bin")) {
			if (Files.isExecutable(Path.of(folder, "setsid"))) {
				return List.of(folder + "/setsid");
			}
		}
		// macOS has no setsid, but it has Perl.
		return List.of("perl", "-MPOSIX", "-e", "POSIX::setsid(); exec @ARGV", "--");
	}
}
