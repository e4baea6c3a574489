package io.vigie.backtest.data;

/** Data that can't be traded on; the sentence says which file, which line and what is wrong with it. */
public final class BadData extends RuntimeException {

	BadData(String source, int line, String problem) {
		super(source + ", line " + line + ": " + problem);
	}

	BadData(String source, String problem) {
		super(source + ": " + problem);
	}

	/** Never absent. */
	public String sentence() {
		return String.valueOf(getMessage());
	}
}
