package io.vigie.simulator.fault;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that goes wrong.
 *
 * @param name unique among all that are armed
 * @param about for readers
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Fault(@Nullable String name, @Nullable String about, @JsonProperty("do") Harm harm, Target on, When when) {

	public Fault(@Nullable String name, @Nullable String about, @Nullable Harm harm, @Nullable Target on, @Nullable When when) {
		if (harm == null) {
			throw new BadScript("do", "is missing");
		}
		this.name = name;
		this.about = about;
		this.harm = harm;
		this.on = on == null ? Target.ANYTHING : on;
		this.when = when == null ? When.ALWAYS : when;
	}

	Fault named(String chosen) {
		return new Fault(chosen, about, harm, on, when);
	}

	/** The same, striking exactly these of the occasions that fit. */
	public Fault exactly(List<Integer> matches) {
		return new Fault(name, about, harm, on, when.exactly(matches));
	}
}
