package io.vigie.simulator.recording;

/** A recording that can't be played; says which file, which line and what is wrong with it. */
public final class BadRecording extends RuntimeException {

	BadRecording(String sentence) {
		super(sentence);
	}
}
