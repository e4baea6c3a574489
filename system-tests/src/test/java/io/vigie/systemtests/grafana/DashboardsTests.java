package io.vigie.systemtests.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** What Grafana would swallow silently and show as an empty or crooked page. */
class DashboardsTests {

	/** The dashboard schema that Grafana 12 writes itself. */
	private static final int SCHEMA = 41;
	private static final Set<String> PANEL_TYPES =
		Set.of("timeseries", "stat", "table", "gauge", "bargauge", "barchart", "piechart", "state-timeline", "histogram", "text", "row");
	private static final Set<String> WITHOUT_UNIT = Set.of("table", "text", "row", "state-timeline");
	private static final Pattern VARIABLE = Pattern.compile("\\$\\{?(?!__)([a-z]\\w*)");

	static List<Dashboard> dashboards() {
		return Dashboard.all();
	}

	static List<Panel> panels() {
		return Dashboard.all().stream().flatMap(dashboard -> dashboard.panels().stream()).toList();
	}

	@Test
	void areThreeWithTheirStableUids() {
		assertThat(dashboards()).extracting(dashboard -> dashboard.json().path("uid").asString(""))
			.containsExactlyInAnyOrder("vigie-trading", "vigie-decisions", "vigie-platform");
	}

	@ParameterizedTest
	@MethodSource("dashboards")
	void followGrafanasSchema(Dashboard dashboard) {
		var json = dashboard.json();
		assertThat(json.path("uid").asString("")).isEqualTo("vigie-" + dashboard.file().replace(".json", ""));
		assertThat(json.path("schemaVersion").asInt()).isEqualTo(SCHEMA);
		assertThat(json.path("id").isNull()).as("a provisioned dashboard brings no id").isTrue();
		assertThat(json.path("title").asString("")).isNotBlank();
		assertThat(json.path("description").asString("")).isNotBlank();
		assertThat(json.path("tags").valueStream()).isNotEmpty();
		assertThat(json.path("time").path("from").asString("")).startsWith("now-");
		assertThat(json.path("time").path("to").asString("")).isEqualTo("now");
		assertThat(json.path("editable").isBoolean()).isTrue();
	}

	@ParameterizedTest
	@MethodSource("dashboards")
	void numberTheirPanelsOnce(Dashboard dashboard) {
		assertThat(dashboard.panels()).extracting(Panel::id).doesNotHaveDuplicates().allMatch(id -> id > 0);
		assertThat(dashboard.panels()).extracting(Panel::title).doesNotHaveDuplicates();
	}

	@ParameterizedTest
	@MethodSource("dashboards")
	void layPanelsSideBySide(Dashboard dashboard) {
		var panels = dashboard.panels();
		for (var panel : panels) {
			assertThat(panel.width()).as(panel + ": width").isBetween(1, 24);
			assertThat(panel.height()).as(panel + ": height").isPositive();
			assertThat(panel.x()).as(panel + ": x").isNotNegative();
			assertThat(panel.x() + panel.width()).as(panel + ": right edge").isLessThanOrEqualTo(24);
			assertThat(panels).as(panel + " lies over another").noneMatch(other -> other.id() != panel.id() && other.overlaps(panel));
		}
	}

	@ParameterizedTest
	@MethodSource("panels")
	void sayWhatTheyShowAndInWhichUnit(Panel panel) {
		assertThat(panel.type()).isIn(PANEL_TYPES);
		assertThat(panel.title()).isNotBlank();
		if (panel.shows()) {
			assertThat(panel.json().path("description").asString("")).as(panel + ": description").isNotBlank();
			assertThat(panel.queries()).as(panel + ": queries").isNotEmpty();
			assertThat(panel.queries()).extracting(PanelQuery::ref).doesNotHaveDuplicates().doesNotContain("");
		}
		if (!WITHOUT_UNIT.contains(panel.type())) {
			assertThat(panel.json().path("fieldConfig").path("defaults").path("unit").asString("")).as(panel + ": unit").isNotBlank();
		}
	}

	@ParameterizedTest
	@MethodSource("panels")
	void askDataSourcesThatAreProvisioned(Panel panel) throws IOException {
		var known = sources();
		for (var query : panel.queries()) {
			var source = query.json().path("datasource");
			assertThat(known).as(query + ": data source").containsEntry(query.source(), source.path("type").asString(""));
			assertThat(query.text()).as(query + ": query").isNotBlank();
			if (query.sql()) {
				assertThat(query.json().path("rawQuery").asBoolean(false)).as(query + ": rawQuery").isTrue();
				assertThat(query.json().path("format").asString("")).as(query + ": format").isIn("table", "time_series");
			}
		}
	}

	@ParameterizedTest
	@MethodSource("dashboards")
	void useOnlyVariablesTheyDefine(Dashboard dashboard) {
		var defined = dashboard.variables().stream().map(variable -> variable.path("name").asString("")).collect(Collectors.toSet());
		var used = dashboard.panels().stream().flatMap(panel -> panel.queries().stream()).map(PanelQuery::text)
			.flatMap(text -> VARIABLE.matcher(text).results()).map(found -> found.group(1)).collect(Collectors.toSet());
		assertThat(defined).containsAll(used);
		assertThat(used).as("a variable nobody uses misleads").containsAll(defined);
	}

	private static Map<String, String> sources() throws IOException {
		Map<String, String> types = new HashMap<>();
		try (Stream<java.nio.file.Path> files = Files.list(Dashboard.GRAFANA.resolve("provisioning/datasources"))) {
			for (var file : files.toList()) {
				Map<String, List<Map<String, Object>>> yaml = new Yaml().load(Files.readString(file));
				for (var source : yaml.getOrDefault("datasources", List.of())) {
					types.put(String.valueOf(source.get("uid")), String.valueOf(source.get("type")));
				}
			}
		}
		return types;
	}
}
