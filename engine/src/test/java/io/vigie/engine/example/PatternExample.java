package io.vigie.engine.example;

import io.vigie.engine.market.Bar;
import io.vigie.engine.pattern.Finding;
import io.vigie.engine.pattern.Pattern;
import io.vigie.engine.pattern.PatternScanner;
import java.util.ArrayList;
import java.util.List;

/**
 * A pattern in bars made by hand, and bars that look alike and lack it.
 *
 * @param at number of the bar that completes it
 */
record PatternExample(Pattern pattern, List<Bar> busy, int at, List<Bar> quiet) {

	static List<List<Finding>> findings(List<Bar> bars) {
		PatternScanner scanner = new PatternScanner();
		List<List<Finding>> findings = new ArrayList<>();
		bars.forEach(bar -> findings.add(scanner.add(bar)));
		return findings;
	}

	/** Numbers of the bars at which it is found. */
	List<Integer> seenIn(List<Bar> bars) {
		List<Integer> seen = new ArrayList<>();
		List<List<Finding>> findings = findings(bars);
		for (int i = 0; i < findings.size(); i++) {
			if (findings.get(i).stream().anyMatch(it -> it.pattern() == pattern)) {
				seen.add(i);
			}
		}
		return seen;
	}

	Finding finding() {
		return findings(busy).get(at).stream().filter(it -> it.pattern() == pattern).findFirst().orElseThrow();
	}

	@Override
	public String toString() {
		return pattern.words();
	}
}
