package io.vigie.simulator.fault;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Refuses what makes no sense in a script, naming the field. */
final class Check {

	static final int LONGEST_MILLIS = 60_000;

	private Check() {
	}

	static void that(String field, boolean holds, String otherwise) {
		if (!holds) {
			throw new BadScript(field, otherwise);
		}
	}

	static void present(String field, @Nullable Object value) {
		that(field, value != null, "is missing");
	}

	static void between(String field, @Nullable Integer value, int least, int most) {
		that(field, value == null || value >= least && value <= most, "must be from " + least + " to " + most);
	}

	static void pattern(String field, @Nullable String regex) {
		try {
			Pattern.compile(regex == null ? "" : regex);
		}
		catch (PatternSyntaxException _) {
			throw new BadScript(field, "must be a regular expression");
		}
	}
}
