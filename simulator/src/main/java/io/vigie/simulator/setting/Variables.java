package io.vigie.simulator.setting;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Environment variables with their types; an empty one counts as absent. */
@Component
public final class Variables {

	private final Environment environment;

	Variables(Environment environment) {
		this.environment = environment;
	}

	public String text(String name, String otherwise) {
		return find(name).orElse(otherwise);
	}

	public Optional<String> find(String name) {
		return Optional.ofNullable(environment.getProperty(name)).map(String::strip).filter(it -> !it.isEmpty());
	}

	public int number(String name, int otherwise, int least, int most) {
		return find(name).map(it -> {
			try {
				int value = Integer.parseInt(it);
				if (value >= least && value <= most) {
					return value;
				}
			}
			catch (NumberFormatException _) {
				// said below, together with what is out of range
			}
			throw new WrongSetting(name, it, "a whole number from " + least + " to " + most);
		}).orElse(otherwise);
	}

	/** @param least the smallest value allowed, inclusive */
	public BigDecimal decimal(String name, String otherwise, String least) {
		String text = text(name, otherwise);
		try {
			BigDecimal value = new BigDecimal(text);
			if (value.compareTo(new BigDecimal(least)) >= 0) {
				return value;
			}
		}
		catch (NumberFormatException _) {
			// said below, together with what is too small
		}
		throw new WrongSetting(name, text, "a number not below " + least);
	}

	public boolean flag(String name, boolean otherwise) {
		return find(name).map(it -> switch (it) {
			case "true" -> true;
			case "false" -> false;
			default -> throw new WrongSetting(name, it, "true or false");
		}).orElse(otherwise);
	}

	public Optional<Instant> instant(String name) {
		return find(name).map(it -> {
			try {
				return Instant.parse(it);
			}
			catch (DateTimeParseException _) {
				throw new WrongSetting(name, it, "an instant such as 2026-01-05T00:00:00Z");
			}
		});
	}

	/** {@code KEY=value} pairs between commas, in order. */
	public Map<String, String> pairs(String name, char separator, String expected) {
		Map<String, String> pairs = new LinkedHashMap<>();
		find(name).ifPresent(it -> {
			for (String pair : it.split(",")) {
				int at = pair.indexOf(separator);
				if (at < 1 || at == pair.length() - 1) {
					throw new WrongSetting(name, it, expected);
				}
				pairs.put(pair.substring(0, at).strip(), pair.substring(at + 1).strip());
			}
		});
		return pairs;
	}
}
