package io.vigie.simulator.exchange;

import java.util.Locale;

/** Something Alpaca spells in lower case. */
public interface Wire {

	String name();

	default String wire() {
		return name().toLowerCase(Locale.ROOT);
	}
}
