package io.vigie.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.local.setting.Component;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTests {

	static Stream<Arguments> commands() {
		return Stream.of(Arguments.of("up", new Command.Up(false, false, Set.of())),
				Arguments.of("up --detach", new Command.Up(true, false, Set.of())),
				Arguments.of("up -d --fresh", new Command.Up(true, true, Set.of())),
				Arguments.of("up --only kafka,risk-service", new Command.Up(false, false, Set.of(Component.KAFKA, Component.RISK))),
				Arguments.of("status", new Command.Status()), Arguments.of("watch", new Command.Watch()),
				Arguments.of("down", new Command.Down()), Arguments.of("stop", new Command.Down()),
				Arguments.of("doctor", new Command.Doctor()), Arguments.of("help", new Command.Help()),
				Arguments.of("logs risk", new Command.Logs("risk", false, 200)),
				Arguments.of("logs -f -n 5 risk", new Command.Logs("risk", true, 5)),
				Arguments.of("logs risk --lines 9999999 --follow", new Command.Logs("risk", true, 9_999_999)),
				Arguments.of("logs", new Command.Logs("", false, 200)),
				Arguments.of("bench --rounds 2", new Command.Bench(List.of("--rounds", "2"))),
				Arguments.of("backtest --fast 5", new Command.Backtest(List.of("--fast", "5"))),
				Arguments.of("chaos --seed 2", new Command.Chaos(List.of("--seed", "2"))),
				Arguments.of("supervise", new Command.Supervise(Set.of())),
				Arguments.of("supervise kafka", new Command.Supervise(Set.of(Component.KAFKA))));
	}

	@ParameterizedTest
	@MethodSource("commands")
	void understands(String words, Command command) {
		assertThat(parse(words)).isEqualTo(command);
	}

	@ParameterizedTest
	@ValueSource(strings = {"", "--help", "-h", "up --help", "logs -h", "status --help", "nonsense --help"})
	void helpsWhoeverAsks(String words) {
		assertThat(parse(words)).isEqualTo(new Command.Help());
	}

	@Test
	void helpsWithWhatHasAHelpOfItsOwn() {
		assertThat(parse("bench --help")).isEqualTo(new Command.Bench(List.of("--help")));
		assertThat(parse("backtest --fast 5 --help")).isEqualTo(new Command.Backtest(List.of("--help")));
		assertThat(parse("chaos --minutes 3 -h")).isEqualTo(new Command.Chaos(List.of("--help")));
		assertThat(parse("bench --rounds 3 -h")).isEqualTo(new Command.Bench(List.of("--help")));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = {
			"start|There is no command 'start'.",
			"UP|There is no command 'UP'.",
			"up now|'up' does not know 'now'.",
			"up --only|'--only' needs a value.",
			"up --only kafka,redis|There is no part 'redis'.",
			"up --only ,|There is no part",
			"supervise redis|There is no part 'redis'.",
			"status all|'status' does not know 'all'.",
			"down --now|'down' does not know '--now'.",
			"watch x|'watch' does not know 'x'.",
			"doctor x|'doctor' does not know 'x'.",
			"logs risk health|'logs' does not know 'health'.",
			"logs --color risk|'logs' does not know '--color'.",
			"logs -n|'-n' needs a value.",
			"logs -n 0|'-n' needs a number, not '0'.",
			"logs -n -5|'-n' needs a number, not '-5'.",
			"logs -n 99999999|'-n' needs a number, not '99999999'.",
			"logs -n many|'-n' needs a number, not 'many'."})
	void refusesAndNamesTheWord(String words, String sentence) {
		assertThatThrownBy(() -> parse(words)).isInstanceOf(io.vigie.local.cli.Arguments.Misused.class).hasMessageStartingWith(sentence);
	}

	private static Command parse(String words) {
		return io.vigie.local.cli.Arguments.parse(words.isEmpty() ? List.of() : List.of(words.split(" ")));
	}
}
