package io.vigie.systemtests.grafana;

import java.util.List;

import tools.jackson.databind.JsonNode;

record Panel(String dashboard, JsonNode json) {

	int id() {
		return json.path("id").asInt(-1);
	}

	String title() {
		return json.path("title").asString("");
	}

	String type() {
		return json.path("type").asString("");
	}

	/** Panels that show data, as opposed to headings and words. */
	boolean shows() {
		return !type().equals("row") && !type().equals("text");
	}

	int x() {
		return json.path("gridPos").path("x").asInt(-1);
	}

	int y() {
		return json.path("gridPos").path("y").asInt(-1);
	}

	int width() {
		return json.path("gridPos").path("w").asInt(0);
	}

	int height() {
		return json.path("gridPos").path("h").asInt(0);
	}

	boolean overlaps(Panel other) {
		return x() < other.x() + other.width() && other.x() < x() + width()
			&& y() < other.y() + other.height() && other.y() < y() + height();
	}

	List<PanelQuery> queries() {
		return json.path("targets").valueStream().map(target -> new PanelQuery(this, target)).toList();
	}

	@Override
	public String toString() {
		return dashboard + " / " + (title().isEmpty() ? "panel " + id() : title());
	}
}
