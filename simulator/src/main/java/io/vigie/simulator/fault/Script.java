package io.vigie.simulator.fault;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Faults that are armed together.
 *
 * @param seed of all that is left to chance, 1 unless told otherwise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Script(@Nullable String about, Long seed, List<Fault> faults) {

	private static final int MOST = 500;

	public Script(@Nullable String about, @Nullable Long seed, @Nullable List<Fault> faults) {
		this.about = about;
		this.seed = seed == null ? 1L : seed;
		this.faults = faults == null ? List.of() : List.copyOf(faults);
		Check.that("faults", this.faults.size() <= MOST, "must be " + MOST + " at most");
	}

	/** The same with a name for each fault, none of them among the ones taken. */
	public Script named(Set<String> taken) {
		Set<String> names = new TreeSet<>(taken);
		for (int i = 0; i < faults.size(); i++) {
			String name = faults.get(i).name();
			Check.that("faults[" + i + "].name", name == null || names.add(name), "must be given once, but is '" + name + "' again");
		}
		List<Fault> named = new ArrayList<>();
		for (Fault fault : faults) {
			named.add(fault.name() != null ? fault : fault.named(fresh(fault.harm().kind(), names)));
		}
		return new Script(about, seed, named);
	}

	private static String fresh(String kind, Set<String> names) {
		int number = 1;
		while (!names.add(kind + "-" + number)) {
			number++;
		}
		return kind + "-" + number;
	}
}
