package io.vigie.common.venue;

/** An answer can't be understood without this field: it is as if it had never come. */
public final class MissingField extends IllegalArgumentException {

	private static final long serialVersionUID = 1L;

	MissingField(String field) {
		super("no " + field);
	}
}
