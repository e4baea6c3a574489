package io.vigie.simulator.recording;

/** A recording that can't be played; says which file, which line and what is wrong with it. */
public final class BadRecording extends RuntimeException {

	BadRecording(String source, int line, String problem) {
		super(source + ", line " + line + ": " + problem);
	}

	BadRecording(String source, String problem) {
		super(source + ": " + problem);
	}
}
