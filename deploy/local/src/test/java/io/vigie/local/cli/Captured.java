package io.vigie.local.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** A screen that can be read. */
final class Captured {

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

	private final Screen screen = new Screen(new PrintStream(bytes, true, StandardCharsets.UTF_8), false);

	Screen screen() {
		return screen;
	}

	String text() {
		return bytes.toString(StandardCharsets.UTF_8);
	}
}
