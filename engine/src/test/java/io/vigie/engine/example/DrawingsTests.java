package io.vigie.engine.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.engine.indicator.NamedIndicator;
import io.vigie.engine.pattern.Finding;
import io.vigie.engine.pattern.Point;
import io.vigie.engine.strategy.Action;
import io.vigie.engine.strategy.Decision;
import io.vigie.engine.strategy.Strategies;
import io.vigie.engine.strategy.StrategyType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The pictures in the documentation are drawn from the bars of the tests. Where they differ from what the engine sees now,
 * {@code mvn -pl engine test -Dtest=DrawingsTests -Dvigie.draw=true} draws them anew.
 */
class DrawingsTests {

	private static final Path FOLDER = Path.of("..", "docs", "images", "strategies");

	@Test
	void drawingsShowWhatTheEngineSees() throws IOException {
		Map<String, String> drawings = drawings();
		if (Boolean.getBoolean("vigie.draw")) {
			Files.createDirectories(FOLDER);
			for (var it : drawings.entrySet()) {
				Files.writeString(FOLDER.resolve(it.getKey()), it.getValue());
			}
		}
		try (Stream<Path> files = Files.list(FOLDER)) {
			assertThat(files.map(it -> it.getFileName().toString())).containsExactlyInAnyOrderElementsOf(drawings.keySet());
		}
		for (var it : drawings.entrySet()) {
			assertThat(Files.readString(FOLDER.resolve(it.getKey()))).as(it.getKey()).isEqualTo(it.getValue());
		}
	}

	@Test
	void documentationShowsEachAndNamesEveryParameterAndIndicator() throws IOException {
		String page = Files.readString(Path.of("..", "docs", "strategies.md"));
		assertThat(drawings().keySet()).allSatisfy(it -> assertThat(page).contains("(images/strategies/" + it + ")"));
		for (StrategyType type : Strategies.all()) {
			assertThat(page).contains("`" + type.name() + "`");
			type.parameters().forEach(it -> assertThat(page).as(type.name()).contains("`" + it.name() + "`"));
		}
		NamedIndicator.all().forEach(it -> assertThat(page).contains("| `" + it.form() + "` | " + it.meaning() + " |"));
		assertThat(page).contains(Files.readString(Path.of("..", "docs", "strategies", "dip-in-uptrend.yaml")).strip());
	}

	private static Map<String, String> drawings() {
		Map<String, String> drawings = new TreeMap<>();
		StrategyExamples.all().forEach(it -> drawings.put(it.strategy() + ".svg", strategy(it)));
		PatternExamples.all().forEach(it -> drawings.put(it.pattern().words().replace(' ', '-') + ".svg", pattern(it)));
		return drawings;
	}

	private static String strategy(StrategyExample example) {
		Drawing drawing = Drawing.of(example.busy(), example.strategy());
		List<Decision> decisions = example.decisions(example.busy());
		for (int i = 0; i < decisions.size(); i++) {
			switch (decisions.get(i).action()) {
				case BUY -> drawing.buy(i);
				case CLOSE -> drawing.leave(i);
				case HOLD -> {
				}
			}
		}
		if (!example.reference().isEmpty()) {
			drawing.beside(example.reference());
		}
		decisions.stream().filter(it -> it.action() == Action.BUY).findFirst().ifPresent(it -> drawing.saying("BUY: " + it.reasoning()));
		return drawing.svg();
	}

	private static String pattern(PatternExample example) {
		Finding finding = example.finding();
		return Drawing.of(example.busy(), example.pattern().words())
			.through(finding.points().stream().map(Point::at).toList(), finding.points().stream().map(Point::price).toList(),
					finding.points().stream().map(Point::role).toList())
			.saying(finding.bias() + ": " + finding.evidence())
			.svg();
	}
}
