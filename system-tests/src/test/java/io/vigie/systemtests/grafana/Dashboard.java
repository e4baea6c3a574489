package io.vigie.systemtests.grafana;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One dashboard file, read as Grafana's provisioning reads it. */
record Dashboard(String file, JsonNode json) {

	static final Path GRAFANA = Path.of("..", "grafana");

	static List<Dashboard> all() {
		try (Stream<Path> files = Files.list(GRAFANA.resolve("dashboards"))) {
			return files.filter(file -> file.toString().endsWith(".json")).sorted().map(Dashboard::read).toList();
		} catch (IOException e) {
			throw new IllegalStateException("no dashboards", e);
		}
	}

	private static Dashboard read(Path file) {
		return new Dashboard(file.getFileName().toString(), JsonMapper.shared().readTree(file));
	}

	String title() {
		return json.path("title").asString("");
	}

	/** Rows included; a collapsed row keeps its panels inside. */
	List<Panel> panels() {
		return json.path("panels").valueStream()
			.flatMap(panel -> Stream.concat(Stream.of(panel), panel.path("panels").valueStream()))
			.map(panel -> new Panel(title(), panel))
			.toList();
	}

	List<JsonNode> variables() {
		return json.path("templating").path("list").valueStream().toList();
	}
}
