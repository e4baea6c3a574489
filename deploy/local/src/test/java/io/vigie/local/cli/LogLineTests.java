package io.vigie.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogLineTests {

	private static final String TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault())
		.format(Instant.parse("2026-01-02T03:04:05.678Z"));

	@Test
	void makesAStructuredLineReadable() {
		assertThat(LogLine.readable("""
				{"@timestamp":"2026-01-02T03:04:05.678Z","log":{"level":"INFO","logger":"io.vigie.risk.decision.RiskDesk"},\
				"process":{"pid":1},"service":{"name":"risk"},"message":"Proposal refused","ecs":{"version":"8.11"},\
				"bot":"trend","correlation_id":"c-1"}""")).isEqualTo(TIME + " INFO  RiskDesk: Proposal refused  bot=trend correlation_id=c-1");
	}

	@Test
	void unfoldsValuesInsideOfValues() {
		assertThat(LogLine.readable("""
				{"@timestamp":"2026-01-02T03:04:05.678Z","log":{"level":"WARN","logger":"Root"},"message":"m","order":{"id":7,"legs":[1,2]},"gone":null}"""))
			.isEqualTo(TIME + " WARN  Root: m  order.id=7 order.legs=[1,2] gone=");
	}

	@Test
	void putsAnErrorBelow() {
		assertThat(LogLine.readable("""
				{"@timestamp":"2026-01-02T03:04:05.678Z","log":{"level":"ERROR","logger":"a.B"},"message":"m",\
				"error":{"type":"X","message":"y","stack_trace":"X: y\\n\\tat a.B.c\\n"}}"""))
			.isEqualTo(TIME + " ERROR B: m\n    X: y\n    \tat a.B.c");
	}

	@ParameterizedTest
	@ValueSource(strings = {"", "plain words", "[2026-01-02] INFO postgres is ready", "{not json", "{\"cut\":\"of"})
	void leavesOtherLinesAsTheyAre(String line) {
		assertThat(LogLine.readable(line)).isEqualTo(line);
	}

	@Test
	void survivesWhatItDoesNotKnow() {
		assertThat(LogLine.readable("{\"@timestamp\":\"yesterday\",\"log\":\"odd\"}")).startsWith("yesterday");
		assertThat(LogLine.readable("{}")).contains(": ");
	}
}
