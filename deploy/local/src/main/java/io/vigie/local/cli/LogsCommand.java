package io.vigie.local.cli;

import io.vigie.local.process.LogFile;
import io.vigie.local.setting.Component;
import io.vigie.local.setting.Layout;
import io.vigie.local.setting.Refusal;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** {@code logs}: the end of a part's log, and what comes after. */
final class LogsCommand {

	private static final long PAUSE_MILLIS = 300;

	private final Layout layout;

	private final Screen screen;

	LogsCommand(Layout layout, Screen screen) {
		this.layout = layout;
		this.screen = screen;
	}

	void run(Command.Logs logs) throws IOException, InterruptedException {
		Path file = file(logs.service());
		long end = Files.size(file);
		new LogFile(file).tail(logs.lines()).forEach(line -> screen.line(LogLine.readable(line)));
		if (logs.follow()) {
			follow(file, end);
		}
	}

	private Path file(String name) {
		String process = name.equals("supervisor") ? name : Component.named(name).map(Component::label)
				.orElseThrow(() -> new Refusal("%s Choose one of %s.".formatted(
						name.isEmpty() ? "Whose log?" : "There is no part '%s'.".formatted(name), names())));
		Path file = layout.log(process);
		if (!Files.exists(file)) {
			throw new Refusal("There is no log of %s yet: it has not been started.".formatted(process));
		}
		return file;
	}

	private static String names() {
		return Arrays.stream(Component.values()).map(Component::label).collect(Collectors.joining(", "));
	}

	private void follow(Path file, long from) throws IOException, InterruptedException {
		long position = from;
		StringBuilder begun = new StringBuilder();
		while (true) {
			try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
				// Shorter than before: it was full and has been put aside.
				position = open.length() < position ? 0 : position;
				byte[] more = new byte[(int) Math.min(open.length() - position, 1 << 20)];
				open.seek(position);
				open.readFully(more);
				position += more.length;
				begun.append(new String(more, StandardCharsets.UTF_8));
			}
			int newline = begun.indexOf("\n");
			while (newline >= 0) {
				screen.line(LogLine.readable(begun.substring(0, newline)));
				begun.delete(0, newline + 1);
				newline = begun.indexOf("\n");
			}
			Thread.sleep(PAUSE_MILLIS);
		}
	}
}
