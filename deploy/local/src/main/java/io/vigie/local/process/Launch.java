package io.vigie.local.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** How one process is started: a command line, what is added to the environment, and where it runs. */
public record Launch(List<String> command, Map<String, String> environment, Path directory) {

	public Launch {
		command = List.copyOf(command);
		environment = Map.copyOf(environment);
	}
}
