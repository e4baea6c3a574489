package io.vigie.common.venue;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The fields of one object of an answer. One that is gone, null or of another type reads as nothing; what stands in for it is
 * for the caller to say, and never is it a quantity of zero.
 */
public final class VenueFields {

	/** More is short to write and endless to calculate with. */
	private static final int MOST_DIGITS = 100;

	private final JsonNode json;
	private final String of;
	private final VenueDrift drift;

	/** @param of what the object is, as drift is told of it */
	public VenueFields(JsonNode json, String of, VenueDrift drift) {
		this.json = json;
		this.of = of;
		this.drift = drift;
	}

	/** Texts and numbers. */
	public @Nullable String text(String field) {
		JsonNode value = json.path(field);
		String text = value.isString() ? value.stringValue() : value.isNumber() ? value.numberValue().toString() : "";
		return text.isBlank() ? null : text;
	}

	/** Texts and numbers where null is an answer too: drift is told where it is neither. */
	public @Nullable String textOrNull(String field) {
		String text = text(field);
		if (text == null && !json.path(field).isNull()) {
			lacks(field);
		}
		return text;
	}

	/** Numbers, and numbers in texts. */
	public @Nullable BigDecimal decimal(String field) {
		JsonNode node = json.path(field);
		if (!node.isNumber() && (!node.isString() || node.stringValue().isBlank())) {
			return null;
		}
		try {
			BigDecimal value = node.isNumber() ? node.decimalValue() : new BigDecimal(node.stringValue());
			return value.precision() > MOST_DIGITS || Math.abs((long) value.scale()) > MOST_DIGITS ? null : value;
		}
		catch (NumberFormatException _) {
			return null;
		}
	}

	public @Nullable Instant time(String field) {
		String text = text(field);
		try {
			return text == null ? null : Instant.parse(text);
		}
		catch (DateTimeException _) {
			return null;
		}
	}

	/** The first of them that can be read; drift is told where the first can't, for it is what should be there. */
	public @Nullable Instant firstTime(String... fields) {
		for (String field : fields) {
			Instant time = time(field);
			if (time != null) {
				return time;
			}
			if (field.equals(fields[0])) {
				lacks(field);
			}
		}
		return null;
	}

	/** @throws MissingField where it can't be read */
	public String needed(String field) {
		String value = text(field);
		if (value == null) {
			throw missing(field);
		}
		return value;
	}

	/** @throws MissingField where it can't be read */
	public BigDecimal neededDecimal(String field) {
		BigDecimal value = decimal(field);
		if (value == null) {
			throw missing(field);
		}
		return value;
	}

	/** @throws MissingField where it is none */
	public JsonNode object(String field) {
		JsonNode value = json.path(field);
		if (!value.isObject()) {
			throw missing(field);
		}
		return value;
	}

	/** Empty where it is null; drift is told where it is no list. */
	public List<JsonNode> list(String field) {
		JsonNode value = json.path(field);
		if (!value.isArray() && !value.isNull()) {
			lacks(field);
		}
		return value.isArray() ? value.valueStream().toList() : List.of();
	}

	/** Whether it is there at all, and not null. */
	public boolean has(String field) {
		return json.hasNonNull(field);
	}

	/** @throws MissingField where it can't be read */
	public Instant neededTime(String field) {
		Instant value = time(field);
		if (value == null) {
			throw missing(field);
		}
		return value;
	}

	public void lacks(String field) {
		drift.lacks(of + "." + field);
	}

	public MissingField missing(String field) {
		lacks(field);
		return new MissingField(of + "." + field);
	}
}
