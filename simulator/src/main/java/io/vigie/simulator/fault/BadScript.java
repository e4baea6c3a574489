package io.vigie.simulator.fault;

/** A script that can't be carried out; says which field, where it is known in which line, and what is wrong with it. */
public final class BadScript extends RuntimeException {

	private final String field;
	private final String problem;
	private final int line;

	BadScript(String field, String problem) {
		this(field, problem, 0);
	}

	BadScript(String field, String problem, int line) {
		super((field.isEmpty() ? "the script" : field) + " " + problem + (line > 0 ? " (line " + line + ")" : ""), null, false, false);
		this.field = field;
		this.problem = problem;
		this.line = line;
	}

	/** {@code faults[2].when.times}; empty for the whole. */
	public String field() {
		return field;
	}

	/** Of the text, from 1; 0 where it is not known. */
	public int line() {
		return line;
	}

	/** The same, seen from further out. */
	BadScript within(String parent, int at) {
		String whole = field.isEmpty() ? parent : parent.isEmpty() ? field : parent + "." + field;
		return new BadScript(whole, problem, line > 0 ? line : at);
	}
}
