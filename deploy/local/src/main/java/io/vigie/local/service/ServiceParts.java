package io.vigie.local.service;

import io.vigie.local.process.Launch;
import io.vigie.local.process.Part;
import io.vigie.local.process.Probes;
import io.vigie.local.setting.Component;
import io.vigie.local.setting.Layout;
import io.vigie.local.setting.Refusal;
import io.vigie.local.setting.Settings;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The simulator and the six services as parts of the platform. */
public final class ServiceParts {

	private static final String VERSION = "0.1.0-SNAPSHOT";

	private static final Duration START_LIMIT = Duration.ofSeconds(180);

	private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

	/**
	 * Orders are few and must not wait for code to become warm: it is compiled at the twentieth call instead of the two hundredth, by the
	 * first compiler alone. The second, at work for many minutes, took more from those that trade than it gave back.
	 */
	private static final List<String> WARM_SOON = List.of("-XX:TieredStopAtLevel=1", "-XX:CompileThresholdScaling=0.1");

	/** The analyst reads every price, which pays for the second compiler: for what runs very often. */
	private static final List<String> FAST_IN_THE_END = List.of("-XX:Tier4InvocationThreshold=20000", "-XX:Tier4MinInvocationThreshold=2400",
			"-XX:Tier4CompileThreshold=60000", "-XX:Tier4BackEdgeThreshold=160000");

	private final HttpClient http = HttpClient.newHttpClient();

	private final Settings settings;

	private final Layout layout;

	private final String java;

	private final ServiceEnvironment environment;

	private final Unpacker services;

	private final Unpacker simulator;

	private final AotCache cache;

	public ServiceParts(Settings settings, Layout layout, String java, URI control, String controlToken) {
		this.settings = settings;
		this.layout = layout;
		this.java = java;
		this.environment = new ServiceEnvironment(settings, layout, control, controlToken);
		this.services = new Unpacker(layout.cache(), serviceJars(layout));
		this.simulator = new Unpacker(layout.cache().resolve("simulator"), List.of(jar(layout, Component.SIMULATOR)));
		this.cache = new AotCache(layout.cache().resolve("aot"), java);
	}

	/** Where the build leaves the jar of a component. */
	public static Path jar(Layout layout, Component component) {
		return layout.root().resolve(component.module()).resolve("target/%s-%s.jar".formatted(component.module(), VERSION));
	}

	public Part part(Component component) {
		int port = settings.port(component);
		List<String> after = component.isService() ? List.of("postgres", "kafka", "simulator") : List.of();
		return new Part(component.label(), port, after, () -> launch(component), Probes.http(http, readiness(component)), "TERM",
				START_LIMIT, STOP_LIMIT);
	}

	private URI readiness(Component component) {
		return URI.create(settings.url(component) + "/actuator/health/readiness");
	}

	private Launch launch(Component component) {
		Path jar = jar(layout, component);
		if (!Files.isRegularFile(jar)) {
			throw new Refusal("%s is not built: %s is missing.".formatted(component.label(), jar));
		}
		ClassPath path = (component.isService() ? services : simulator).classPath(jar);
		prepareCache(component, path);
		List<String> command = new ArrayList<>(List.of(java));
		command.addAll(cache.options(path.shared()));
		command.addAll(compiler(component));
		command.addAll(jvm(component));
		command.addAll(List.of("-cp", path.all(), path.mainClass()));
		return new Launch(command, environment.of(component), layout.data());
	}

	/** The first service to start rehearses for all; the others wait for it. */
	private void prepareCache(Component component, ClassPath path) {
		if (!component.isService() || "off".equals(settings.text("VIGIE_AOT", "on"))) {
			return;
		}
		synchronized (cache) {
			if (cache.isMissing(path.shared())) {
				List<String> arguments = new ArrayList<>(jvm(component));
				arguments.addAll(List.of("-cp", path.sharedOnly(), Rehearsal.class.getName(), path.mainClass()));
				arguments.addAll(path.ownNames());
				cache.make(path.shared(), arguments, environment.of(component), Probes.http(http, readiness(component)),
						layout.log("rehearsal"));
			}
		}
	}

	/** Not for the rehearsal: what the best compiler would know from it is of use to some. */
	private static List<String> compiler(Component component) {
		return component == Component.ANALYST ? FAST_IN_THE_END : WARM_SOON;
	}

	private List<String> jvm(Component component) {
		List<String> options = new ArrayList<>(List.of("-XX:+UseSerialGC", "-Xmx256m", "-XX:+ExitOnOutOfMemoryError",
				"-Dfile.encoding=UTF-8", "-Duser.timezone=UTC"));
		String more = settings.text("VIGIE_%s_JAVA_OPTIONS".formatted(component.name()), "");
		if (!more.isEmpty()) {
			options.addAll(List.of(more.split("\\s+")));
		}
		return options;
	}

	private static List<Path> serviceJars(Layout layout) {
		Map<Component, Path> jars = new LinkedHashMap<>();
		for (Component component : Component.values()) {
			if (component.isService() && Files.isRegularFile(jar(layout, component))) {
				jars.put(component, jar(layout, component));
			}
		}
		return List.copyOf(jars.values());
	}
}
