package io.vigie.local.setting;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The parts of the platform, in the order in which they are shown; each listens on one port. */
public enum Component {

	POSTGRES(25432), KAFKA(29092), SIMULATOR(8090), SENTINEL(8081), ANALYST(8082), RISK(8083), EXECUTOR(8084),
	ORCHESTRATOR(8080), HEALTH(8085);

	private final int defaultPort;

	Component(int defaultPort) {
		this.defaultPort = defaultPort;
	}

	/** Understands {@code sentinel} and {@code sentinel-service}. */
	public static Optional<Component> named(String name) {
		String wanted = name.toLowerCase(Locale.ROOT).replaceFirst("-service$", "");
		return Arrays.stream(values()).filter(component -> component.label().equals(wanted)).findFirst();
	}

	public int defaultPort() {
		return defaultPort;
	}

	/** The name users and files know it by. */
	public String label() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** The environment variable that moves it to another port. */
	public String portVariable() {
		return "VIGIE_" + name() + "_PORT";
	}

	/** Whether it is one of the six agents, as opposed to what they stand on. */
	public boolean isService() {
		return ordinal() >= SENTINEL.ordinal();
	}

	/** The Maven module it is built by. */
	public String module() {
		return isService() ? label() + "-service" : label();
	}
}
