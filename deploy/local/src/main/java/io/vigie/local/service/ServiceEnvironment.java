package io.vigie.local.service;

import io.vigie.local.setting.Component;
import io.vigie.local.setting.Layout;
import io.vigie.local.setting.Settings;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a service is told through its environment: where everything is. What the user set for it is passed on unchanged. */
final class ServiceEnvironment {

	private final Settings settings;

	private final Layout layout;

	private final URI control;

	private final String controlToken;

	ServiceEnvironment(Settings settings, Layout layout, URI control, String controlToken) {
		this.settings = settings;
		this.layout = layout;
		this.control = control;
		this.controlToken = controlToken;
	}

	Map<String, String> of(Component component) {
		Map<String, String> variables = new LinkedHashMap<>();
		for (Component other : Component.values()) {
			variables.put(other.portVariable(), Integer.toString(settings.port(other)));
			if (other.isService() || other == Component.SIMULATOR) {
				variables.put("VIGIE_%s_URL".formatted(other.name()), settings.url(other));
			}
		}
		variables.put("SERVER_PORT", Integer.toString(settings.port(component)));
		variables.put("VIGIE_KAFKA", "localhost:" + settings.port(Component.KAFKA));
		variables.put("VIGIE_DATABASE_URL", "jdbc:postgresql://localhost:%d/vigie".formatted(settings.port(Component.POSTGRES)));
		variables.put("VIGIE_DATABASE_PASSWORD", settings.databasePassword());
		variables.put("VIGIE_BROKER_URL", settings.text("VIGIE_BROKER_URL", settings.url(Component.SIMULATOR)));
		variables.put("VIGIE_SIMULATOR_DATA", layout.simulator().toString());
		// Only health may have processes restarted.
		if (component == Component.HEALTH) {
			variables.put("VIGIE_CONTROL_URL", control.toString());
			variables.put("VIGIE_CONTROL_TOKEN", controlToken);
		}
		return variables;
	}
}
