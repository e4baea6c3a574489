package io.vigie.common.settings;

/** A property has a value that can't be used. */
final class WrongSetting extends RuntimeException {

	private static final long serialVersionUID = 1;

	private final String property;
	private final String wanted;

	/** @param wanted what it must be, as in "must be ..." */
	WrongSetting(String property, String wanted) {
		super(property + " must be " + wanted);
		this.property = property;
		this.wanted = wanted;
	}

	String property() {
		return property;
	}

	String wanted() {
		return wanted;
	}
}
