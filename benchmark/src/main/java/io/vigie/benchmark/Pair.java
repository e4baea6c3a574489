package io.vigie.benchmark;

import java.util.ArrayList;
import java.util.List;

/** Lengths of a fast and a slow average. */
record Pair(int fast, int slow) {

	/** So many different ones, from the shortest on. */
	static List<Pair> first(int count) {
		List<Pair> pairs = new ArrayList<>(count);
		for (int slow = 10; pairs.size() < count; slow++) {
			for (int fast = 2; fast < slow && fast < 30 && pairs.size() < count; fast++) {
				pairs.add(new Pair(fast, slow));
			}
		}
		return pairs;
	}
}
