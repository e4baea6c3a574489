package io.vigie.engine.example;

import static io.vigie.engine.pattern.Pattern.ASCENDING_TRIANGLE;
import static io.vigie.engine.pattern.Pattern.BEARISH_DIVERGENCE;
import static io.vigie.engine.pattern.Pattern.BEARISH_ENGULFING;
import static io.vigie.engine.pattern.Pattern.BEAR_FLAG;
import static io.vigie.engine.pattern.Pattern.BULLISH_DIVERGENCE;
import static io.vigie.engine.pattern.Pattern.BULLISH_ENGULFING;
import static io.vigie.engine.pattern.Pattern.BULL_FLAG;
import static io.vigie.engine.pattern.Pattern.DESCENDING_TRIANGLE;
import static io.vigie.engine.pattern.Pattern.DOJI;
import static io.vigie.engine.pattern.Pattern.DOUBLE_BOTTOM;
import static io.vigie.engine.pattern.Pattern.DOUBLE_TOP;
import static io.vigie.engine.pattern.Pattern.EVENING_STAR;
import static io.vigie.engine.pattern.Pattern.HAMMER;
import static io.vigie.engine.pattern.Pattern.HEAD_AND_SHOULDERS;
import static io.vigie.engine.pattern.Pattern.INVERSE_HEAD_AND_SHOULDERS;
import static io.vigie.engine.pattern.Pattern.MORNING_STAR;
import static io.vigie.engine.pattern.Pattern.SHOOTING_STAR;
import static io.vigie.engine.pattern.Pattern.SYMMETRICAL_TRIANGLE;
import static io.vigie.engine.pattern.Pattern.THREE_BLACK_CROWS;
import static io.vigie.engine.pattern.Pattern.THREE_WHITE_SOLDIERS;

import io.vigie.engine.pattern.Pattern;
import java.util.List;

/** One for every pattern; drawn in docs/strategies.md. The quiet bars lack one thing that the pattern needs. */
final class PatternExamples {

	private PatternExamples() {
	}

	static List<PatternExample> all() {
		return List.of(
				of(DOJI, fall().bar("100", "101", "99", "100.05"), 24, fall().bar("100", "101", "99", "100.6")),
				of(HAMMER, fall().bar("100", "100.5", "98", "100.4"), 24, rise().bar("100", "100.5", "98", "100.4")),
				of(SHOOTING_STAR, rise().bar("100", "102", "99.5", "99.6"), 24, fall().bar("100", "102", "99.5", "99.6")),
				of(BULLISH_ENGULFING, fall().bar("99.9", "101.4", "99.8", "101.2"), 24, fall().bar("100.1", "101.4", "99.8", "101.2")),
				of(BEARISH_ENGULFING, rise().bar("100.1", "100.2", "98.6", "98.8"), 24, rise().bar("99.9", "100.2", "98.6", "98.8")),
				of(MORNING_STAR, fall().bar("100", "100.1", "97.9", "98").bar("97.7", "97.9", "97.4", "97.6").bar("97.9", "99.8", "97.8", "99.7"),
						26, fall().bar("100", "100.1", "97.9", "98").bar("97.7", "97.9", "97.4", "97.6").bar("97.9", "98.8", "97.8", "98.7")),
				of(EVENING_STAR, rise().bar("100", "102.1", "99.9", "102").bar("102.3", "102.6", "102.1", "102.4")
					.bar("102.1", "102.2", "100.2", "100.3"), 26,
						rise().bar("100", "102.1", "99.9", "102").bar("102.3", "102.6", "102.1", "102.4").bar("102.1", "102.2", "101.2", "101.3")),
				of(THREE_WHITE_SOLDIERS, fall().to("103.6", 3), 26, fall().to("102.4", 2).to("102", 1).to("103.6", 1)),
				of(THREE_BLACK_CROWS, rise().to("96.4", 3), 26, rise().to("97.6", 2).to("98", 1).to("96.4", 1)),
				of(DOUBLE_TOP, Sketch.from("103").to("100", 12).to("110", 12).to("106", 6).to("109.8", 6).to("103", 8), 40,
						Sketch.from("103").to("100", 12).to("110", 12).to("106", 6).to("108.5", 6).to("103", 8)),
				of(DOUBLE_BOTTOM, Sketch.from("97").to("100", 12).to("90", 12).to("94", 6).to("90.2", 6).to("97", 8), 40,
						Sketch.from("97").to("100", 12).to("90", 12).to("94", 6).to("91.5", 6).to("97", 8)),
				of(HEAD_AND_SHOULDERS, Sketch.from("100").to("106", 14).to("103", 6).to("110", 8).to("103.2", 8).to("106.2", 6).to("100", 8), 45,
						Sketch.from("100").to("106", 14).to("103", 6).to("106.3", 8).to("103.2", 8).to("106.2", 6).to("100", 8)),
				of(INVERSE_HEAD_AND_SHOULDERS,
						Sketch.from("100").to("94", 14).to("97", 6).to("90", 8).to("96.8", 8).to("93.8", 6).to("100", 8), 45,
						Sketch.from("100").to("94", 14).to("97", 6).to("90", 8).to("96.8", 8).to("93.8", 6).to("96.5", 8)),
				of(ASCENDING_TRIANGLE, Sketch.from("98").to("105", 14).to("101", 6).to("105", 6).to("103", 4).to("107", 6), 33,
						Sketch.from("98").to("105", 14).to("101", 6).to("105", 6).to("101", 4).to("107", 9)),
				of(DESCENDING_TRIANGLE, Sketch.from("102").to("95", 14).to("99", 6).to("95", 6).to("97", 4).to("93", 6), 33,
						Sketch.from("102").to("95", 14).to("99", 6).to("95", 6).to("97", 4).to("95.2", 6)),
				of(SYMMETRICAL_TRIANGLE, Sketch.from("98").to("105", 14).to("100", 6).to("103.5", 6).to("101.5", 4).to("106", 6), 32,
						Sketch.from("98").to("105", 14).to("102", 6).to("106", 6).to("101", 6).to("107", 9)),
				of(BULL_FLAG, Sketch.from("100").swing("0.4", 20).to("108", 8).to("106", 8).to("109", 4), 37,
						Sketch.from("100").swing("0.4", 20).to("108", 8).to("103", 8).to("109", 6)),
				of(BEAR_FLAG, Sketch.from("100").swing("0.4", 20).to("92", 8).to("94", 8).to("91", 4), 37,
						Sketch.from("100").swing("0.4", 20).to("92", 8).to("97", 8).to("91", 6)),
				of(BULLISH_DIVERGENCE, Sketch.from("110").swing("0.4", 20).to("100", 6).to("104", 6).to("99.5", 14).to("102", 6), 48,
						Sketch.from("110").swing("0.4", 20).to("100", 6).to("102", 6).to("94", 6).to("97", 6)),
				of(BEARISH_DIVERGENCE, Sketch.from("90").swing("0.4", 20).to("100", 6).to("96", 6).to("100.5", 14).to("98", 6), 48,
						Sketch.from("90").swing("0.4", 20).to("100", 6).to("98", 6).to("106", 6).to("103", 6)));
	}

	private static Sketch fall() {
		return Sketch.from("106").to("100", 24);
	}

	private static Sketch rise() {
		return Sketch.from("94").to("100", 24);
	}

	private static PatternExample of(Pattern pattern, Sketch busy, int at, Sketch quiet) {
		return new PatternExample(pattern, busy.bars(), at, quiet.bars());
	}
}
