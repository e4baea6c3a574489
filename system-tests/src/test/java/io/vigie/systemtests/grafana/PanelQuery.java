package io.vigie.systemtests.grafana;

import tools.jackson.databind.JsonNode;

/** One target of a panel, with its text as written: macros and variables still in it. */
record PanelQuery(Panel panel, JsonNode json) {

	String ref() {
		return json.path("refId").asString("");
	}

	String source() {
		return json.path("datasource").path("uid").asString("");
	}

	boolean sql() {
		return source().equals("postgres");
	}

	String text() {
		return json.path(sql() ? "rawSql" : "expr").asString("");
	}

	boolean instant() {
		return json.path("instant").asBoolean(false);
	}

	@Override
	public String toString() {
		return panel + " [" + ref() + "]";
	}
}
