package io.vigie.simulator.injection;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.simulator.fault.AnswerHarm;
import io.vigie.simulator.fault.Harm;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EditsTests {

	private static final Map<String, Object> ORDER = Map.of("id", "1", "at", "2026-01-05T00:00:00Z", "qty", BigDecimal.ONE, "legs",
			List.of(Map.of("id", "2", "stop", "90"), Map.of("id", "3")));

	@Test
	void removeAtAnyDepth() {
		Object edited = edit(new AnswerHarm.FieldsChanged(List.of("qty", "legs.stop", "nowhere.at.all"), null, null));
		assertThat(edited).isEqualTo(Map.of("id", "1", "at", "2026-01-05T00:00:00Z", "legs", List.of(Map.of("id", "2"), Map.of("id", "3"))));
	}

	@Test
	void renameOnlyWhatIsThere() {
		Object edited = Edits.apply(List.of(new AnswerHarm.FieldsChanged(null, Map.of("id", "uuid", "none", "some"), null)), List.of(Map.of("id", "1")));
		assertThat(edited).isEqualTo(List.of(Map.of("uuid", "1")));
	}

	@Test
	void setAnything() {
		Object edited = edit(new AnswerHarm.FieldsChanged(null, null, Map.of("qty", "many", "legs.id", 7)));
		assertThat(edited).hasFieldOrPropertyWithValue("qty", "many").hasFieldOrPropertyWithValue("legs",
				List.of(Map.of("id", 7, "stop", "90"), Map.of("id", 7)));
	}

	@Test
	void shiftStampsAndNothingElse() {
		Harm skew = new AnswerHarm.ClockSkew(new BigDecimal("-1.5"));
		Map<String, Object> json = Map.of("t", Instant.parse("2026-01-05T00:00:10Z"), "at", "2026-01-05T00:00:10.5Z", "date", "2026-01-05",
				"odd", "2026-01-05T99:00:00Z", "id", "20260105000010500::x");
		assertThat(Edits.apply(List.of(skew), json)).isEqualTo(Map.of("t", Instant.parse("2026-01-05T00:00:08.5Z"), "at",
				"2026-01-05T00:00:09Z", "date", "2026-01-05", "odd", "2026-01-05T99:00:00Z", "id", "20260105000010500::x"));
	}

	@Test
	void leaveTheOriginalAlone() {
		edit(new AnswerHarm.FieldsChanged(List.of("legs.id"), null, null));
		assertThat(ORDER.get("legs")).isEqualTo(List.of(Map.of("id", "2", "stop", "90"), Map.of("id", "3")));
	}

	private static Object edit(Harm harm) {
		return Edits.apply(List.of(harm), ORDER);
	}
}
