package io.vigie.simulator.fault;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;

/** What a fault does. What a script leaves out takes the default named here. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface Harm permits RequestHarm, AnswerHarm, StreamHarm, OrderHarm {

	boolean strikesAt(Site site);

	/** Something that happens once, unless told otherwise; else it goes on until it is over. */
	default boolean once() {
		return false;
	}

	/** Decides what becomes of the thing struck, so that no other outcome is asked for. */
	default boolean decides() {
		return false;
	}

	default boolean concerns(Occasion occasion) {
		return true;
	}

	/** The harm's name in scripts and records. */
	default String kind() {
		return getClass().getAnnotation(JsonTypeName.class).value();
	}
}
