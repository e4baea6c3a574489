package io.vigie.executor.schedule;

import java.util.Map;
import java.util.TreeMap;

/** The places where a process may die. Once it has, nothing it still tries has an effect. */
public final class CrashPoints {

	private final Map<String, Integer> crashes = new TreeMap<>();
	private int left = Integer.MAX_VALUE;
	private boolean dead;
	private String target = "";

	/** The process dies when it passes the given number of points from now on. */
	public void dieAfter(int points) {
		left = points;
	}

	/** The process dies when it next comes there. */
	public void dieAt(String point) {
		target = point;
	}

	public void revive() {
		target = "";
		dead = false;
		left = Integer.MAX_VALUE;
	}

	public boolean isDoomed() {
		return left != Integer.MAX_VALUE;
	}

	public boolean isDead() {
		return dead;
	}

	/** Between two steps. */
	public void die(String where) {
		dead = true;
		crashes.merge(where, 1, Integer::sum);
	}

	public void pass(String where) {
		if (!dead && (--left == 0 || where.equals(target))) {
			die(where);
		}
		if (dead) {
			throw new Crash(where);
		}
	}

	public Map<String, Integer> crashes() {
		return crashes;
	}
}
