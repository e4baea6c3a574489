package io.vigie.simulator.setting;

/** A setting that stops the start; the message names the variable and what it should be. */
public final class WrongSetting extends RuntimeException {

	/** @param sentence names the variable and what is wrong */
	public WrongSetting(String sentence) {
		super(sentence);
	}

	public WrongSetting(String variable, String value, String expected) {
		super(variable + " must be " + expected + ", but is '" + value + "'.");
	}
}
