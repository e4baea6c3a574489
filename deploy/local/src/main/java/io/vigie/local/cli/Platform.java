package io.vigie.local.cli;

import io.vigie.local.kafka.KafkaPart;
import io.vigie.local.postgres.PostgresPart;
import io.vigie.local.process.Part;
import io.vigie.local.service.ServiceParts;
import io.vigie.local.setting.Component;
import io.vigie.local.setting.Layout;
import io.vigie.local.setting.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** All parts of the platform, put together. */
final class Platform {

	private Platform() {
	}

	/** The program this JVM was started by. */
	static String java() {
		return Path.of(System.getProperty("java.home"), "bin", "java").toString();
	}

	static List<Part> parts(Set<Component> only, Settings settings, Layout layout, URI control, String token) {
		ServiceParts services = new ServiceParts(settings, layout, java(), control, token);
		return Arrays.stream(Component.values()).filter(component -> only.isEmpty() || only.contains(component))
				.map(component -> switch (component) {
					case POSTGRES -> new PostgresPart(settings, layout).part();
					case KAFKA -> new KafkaPart(settings, layout, java(), System.getProperty("java.class.path")).part();
					case SIMULATOR, SENTINEL, ANALYST, RISK, EXECUTOR, ORCHESTRATOR, HEALTH -> services.part(component);
				}).toList();
	}
}
