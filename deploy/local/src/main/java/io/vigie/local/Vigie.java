package io.vigie.local;

import io.vigie.local.cli.Dispatcher;
import io.vigie.local.cli.Screen;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** The launcher; run by the script {@code vigie} in the root of the checkout, which says where that is. */
public final class Vigie {

	private Vigie() {
	}

	public static void main(String[] args) throws IOException, InterruptedException {
		Path root = Path.of(System.getProperty("vigie.root", "."));
		boolean colour = System.console() != null && System.console().isTerminal() && System.getenv("NO_COLOR") == null;
		int code = new Dispatcher(root, new Screen(System.out, colour), Clock.systemUTC()).run(List.of(args), System.getenv());
		System.exit(code);
	}
}
