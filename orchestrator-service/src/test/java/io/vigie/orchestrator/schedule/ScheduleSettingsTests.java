package io.vigie.orchestrator.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleSettingsTests {

	private final Validator validator = Validation.buildDefaultValidatorFactory().getValidator();

	@Test
	void acceptsTheDefaults() {
		assertThat(problems(settings("PT3M", "PT15S", "PT15M", "0.002", "0.01", "0.03"))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			PT0S | PT15S | PT15M | 0.002 | 0.01 | 0.03 | 1 second
			PT-3M | PT15S | PT15M | 0.002 | 0.01 | 0.03 | 1 second
			PT3M | PT16M | PT15M | 0.002 | 0.01 | 0.03 | VIGIE_CYCLE_FASTEST must not be longer
			PT3M | PT15S | PT15M | 0.02  | 0.01 | 0.03 | must rise in this order
			PT3M | PT15S | PT15M | 0.002 | 0.04 | 0.03 | must rise in this order
			PT3M | PT15S | PT15M | 0.002 | 0.01 | 1.01 | less than or equal to 1
			PT3M | PT15S | PT15M | -0.1  | 0.01 | 0.03 | greater than or equal to 0
			""")
	void refusesWhatMakesNoSense(String cycle, String fastest, String slowest, String calm, String active, String wild, String problem) {
		assertThat(problems(settings(cycle, fastest, slowest, calm, active, wild))).anySatisfy(it -> assertThat(it).contains(problem));
	}

	private List<String> problems(ScheduleSettings settings) {
		return validator.validate(settings).stream().map(ConstraintViolation::getMessage).toList();
	}

	private static ScheduleSettings settings(String cycle, String fastest, String slowest, String calm, String active, String wild) {
		Duration minute = Duration.ofMinutes(1);
		return new ScheduleSettings(Duration.parse(cycle), minute, minute, Duration.ofHours(1), minute, Duration.parse(fastest),
				Duration.parse(slowest), new BigDecimal(calm), new BigDecimal(active), new BigDecimal(wild), minute, minute, Duration.ofSeconds(1));
	}
}
