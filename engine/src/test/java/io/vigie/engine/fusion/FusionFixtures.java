package io.vigie.engine.fusion;

import io.vigie.engine.market.Bar;
import io.vigie.engine.market.Timeframe;
import io.vigie.engine.strategy.Action;
import io.vigie.engine.strategy.Decision;
import io.vigie.engine.strategy.Strategy;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;

/** Votes, bars and sources that say what they are told to. */
final class FusionFixtures {

	private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

	private FusionFixtures() {
	}

	static Vote buys(String source, String confidence) {
		return new Vote(source, Action.BUY, new BigDecimal(confidence));
	}

	static Vote closes(String source, String confidence) {
		return new Vote(source, Action.CLOSE, new BigDecimal(confidence));
	}

	static Vote abstains(String source) {
		return new Vote(source, Action.HOLD, BigDecimal.ZERO);
	}

	static Score score(int hits, int misses, String confidence) {
		Score score = Score.NONE;
		for (int i = 0; i < hits + misses; i++) {
			score = score.plus(new BigDecimal(confidence), i < hits);
		}
		return score;
	}

	static List<Bar> bars(String... closes) {
		List<Bar> bars = new ArrayList<>();
		for (String close : closes) {
			bars.add(bar(bars.size(), new BigDecimal(close)));
		}
		return bars;
	}

	static List<Bar> walk(long seed, int length) {
		Random random = new Random(seed);
		List<Bar> bars = new ArrayList<>();
		long cents = 10_000;
		for (int minute = 0; minute < length; minute++) {
			cents = Math.max(100, cents + 50L * (random.nextInt(7) - 3));
			bars.add(bar(minute, BigDecimal.valueOf(cents, 2)));
		}
		return bars;
	}

	private static Bar bar(int minute, BigDecimal close) {
		return new Bar("BTC/USD", Timeframe.M1, START.plusSeconds(60L * minute), close, close, close, close, BigDecimal.ONE, 1, 0);
	}

	/** A source that says one word per bar: B to buy, C to close, anything else to hold; always sure by 0.8. */
	static Strategy says(String words) {
		return new Strategy() {

			private int bar;

			@Override
			public int warmUp() {
				return words.length();
			}

			@Override
			public int memory() {
				return 0;
			}

			@Override
			public Decision onBar(Bar ignored) {
				char word = bar < words.length() ? words.charAt(bar) : '.';
				bar++;
				Action action = word == 'B' ? Action.BUY : word == 'C' ? Action.CLOSE : Action.HOLD;
				return new Decision(action, action == Action.HOLD ? BigDecimal.ZERO : new BigDecimal("0.8"), Map.of(), "Told to");
			}
		};
	}

	/** Sources named a, b, c and so on. */
	static SequencedMap<String, Strategy> sources(Strategy... strategies) {
		SequencedMap<String, Strategy> sources = new LinkedHashMap<>();
		for (Strategy strategy : strategies) {
			sources.put(String.valueOf((char) ('a' + sources.size())), strategy);
		}
		return sources;
	}
}
