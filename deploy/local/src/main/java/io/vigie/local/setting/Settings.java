package io.vigie.local.setting;

import java.util.Map;

/** What the environment and {@code .env} say, with the defaults. */
public record Settings(Map<String, String> environment) {

	public Settings {
		environment = Map.copyOf(environment);
	}

	public String text(String name, String fallback) {
		String value = environment.get(name);
		return value == null || value.isBlank() ? fallback : value.strip();
	}

	public int port(Component component) {
		return port(component.portVariable(), component.defaultPort());
	}

	/** Kafka's own conversation with itself; next to the broker's port unless set. */
	public int kafkaControllerPort() {
		return port("VIGIE_KAFKA_CONTROLLER_PORT", port(Component.KAFKA) + 1);
	}

	public String url(Component component) {
		return "http://localhost:" + port(component);
	}

	public String databasePassword() {
		return text("VIGIE_DATABASE_PASSWORD", "vigie");
	}

	public int whole(String name, int fallback, int least, int most) {
		String value = text(name, Integer.toString(fallback));
		try {
			int number = Integer.parseInt(value);
			if (number >= least && number <= most) {
				return number;
			}
		}
		catch (NumberFormatException e) {
			// told below, as for a number out of range
		}
		throw new Refusal("%s is '%s', but must be a whole number from %d to %d.".formatted(name, value, least, most));
	}

	private int port(String variable, int fallback) {
		return whole(variable, fallback, 1, 65_535);
	}
}
