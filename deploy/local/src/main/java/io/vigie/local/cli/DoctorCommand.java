package io.vigie.local.cli;

import io.vigie.local.postgres.PostgresBinaries;
import io.vigie.local.service.ServiceParts;
import io.vigie.local.setting.Component;
import io.vigie.local.setting.Layout;
import io.vigie.local.setting.Preflight;
import io.vigie.local.setting.Settings;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code doctor}: everything that could keep the platform from starting, good or bad, one line each. */
final class DoctorCommand {

	private final Settings settings;

	private final Layout layout;

	private final Screen screen;

	private boolean well = true;

	DoctorCommand(Settings settings, Layout layout, Screen screen) {
		this.settings = settings;
		this.layout = layout;
		this.screen = screen;
	}

	/** Whether nothing is wrong. */
	boolean run() {
		screen.good("JDK %s at %s".formatted(Runtime.version(), System.getProperty("java.home")));
		tell(PostgresBinaries.archive().isPresent() ? Optional.empty()
				: Optional.of("No packaged PostgreSQL for this system: use Docker."), "PostgreSQL and Kafka are here");
		tell(unbuilt(), "All services are built");
		Preflight preflight = new Preflight(settings, layout);
		tell(preflight.writable(), "%s can be written".formatted(layout.data()));
		tell(preflight.disk(), "Enough free disk space");
		tell(Preflight.memory(), "Enough memory");
		Running running = new Running(layout);
		if (running.supervisor().isPresent()) {
			screen.good("Vigie is running: its ports are its own");
			return well;
		}
		if (!running.leftovers().isEmpty()) {
			tell(Optional.of("%d processes of an earlier run are left: ./vigie down stops them."
					.formatted(running.leftovers().size())), "");
			return well;
		}
		List<String> taken = preflight.ports();
		taken.forEach(problem -> tell(Optional.of(problem), ""));
		if (taken.isEmpty()) {
			screen.good("All ports are free: " + Arrays.stream(Component.values())
					.map(component -> component.label() + " " + settings.port(component)).collect(Collectors.joining(", ")));
		}
		return well;
	}

	private Optional<String> unbuilt() {
		String missing = Arrays.stream(Component.values()).filter(component -> component.compareTo(Component.KAFKA) > 0)
				.filter(component -> !Files.isRegularFile(ServiceParts.jar(layout, component))).map(Component::label)
				.collect(Collectors.joining(", "));
		return missing.isEmpty() ? Optional.empty() : Optional.of("Not built: %s. ./vigie up builds them.".formatted(missing));
	}

	private void tell(Optional<String> problem, String good) {
		if (problem.isPresent()) {
			well = false;
			screen.bad(problem.get());
		}
		else {
			screen.good(good);
		}
	}
}
