package io.vigie.local.cli;

import java.io.PrintStream;

/** Where sentences go. Colours only for people at a terminal. */
public record Screen(PrintStream out, boolean colour) {

	private static final String GREEN = "32";

	private static final String RED = "31";

	private static final String GREY = "90";

	private static final String BOLD = "1";

	public void line(String text) {
		out.println(text);
		out.flush();
	}

	/** What the next line is drawn over; for people at a terminal only. */
	public void draw(String text) {
		if (colour) {
			out.print(text);
			out.flush();
		}
	}

	public void good(String text) {
		line(paint(GREEN, "✓") + " " + text);
	}

	public void bad(String text) {
		line(paint(RED, "✗") + " " + text);
	}

	public void aside(String text) {
		line(paint(GREY, text));
	}

	public void heading(String text) {
		line(paint(BOLD, text));
	}

	public String red(String text) {
		return paint(RED, text);
	}

	public String green(String text) {
		return paint(GREEN, text);
	}

	public String grey(String text) {
		return paint(GREY, text);
	}

	private String paint(String code, String text) {
		return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
	}
}
