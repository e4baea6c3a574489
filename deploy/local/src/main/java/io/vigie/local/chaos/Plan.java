package io.vigie.local.chaos;

import io.vigie.local.setting.Component;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * What is done, step after step; the same seed and length make the same plan. A step is one blow, or two at once: a process dies
 * while the venue misbehaves. The next one waits until the platform is whole again.
 */
record Plan(long seed, List<Step> steps) {

	/** In ten minutes. A service a few times more than what they stand on: there are more ways for it to be caught out. */
	private static final int KILLS_OF_A_SERVICE = 4;

	private static final int KILLS_OF_OTHERS = 2;

	private static final double TEN_MINUTES = 10;

	/** @param blows what comes at once */
	record Step(List<Blow> blows) {

		Step {
			blows = List.copyOf(blows);
		}

		@Override
		public String toString() {
			return blows.stream().map(Blow::name).collect(Collectors.joining(", while: "));
		}
	}

	static Plan of(long seed, int minutes) {
		Random random = new Random(seed);
		List<Blow> kills = new ArrayList<>();
		for (Component part : Component.values()) {
			int wanted = part.isService() ? KILLS_OF_A_SERVICE : KILLS_OF_OTHERS;
			kills.addAll(Collections.nCopies(Math.max(1, (int) (wanted * minutes / TEN_MINUTES)), new Blow.Kill(part)));
		}
		List<Blow> troubles = new ArrayList<>();
		for (int i = 0; i < Math.max(1, Math.round(minutes / TEN_MINUTES)); i++) {
			troubles.addAll(Troubles.all());
		}
		Collections.shuffle(kills, random);
		Collections.shuffle(troubles, random);
		List<Blow> some = troubles.subList(0, Math.min(troubles.size(), Math.max(2, (int) (troubles.size() * minutes / TEN_MINUTES))));
		return new Plan(seed, steps(kills, some, random));
	}

	/** Most kills come while the venue misbehaves; what is left of the troubles comes alone. */
	private static List<Step> steps(List<Blow> kills, List<Blow> troubles, Random random) {
		List<Step> steps = new ArrayList<>();
		Iterator<Blow> left = troubles.iterator();
		for (Blow kill : kills) {
			// With the simulator, what goes wrong there would die as well.
			boolean alone = kill.equals(new Blow.Kill(Component.SIMULATOR)) || random.nextInt(3) == 0;
			steps.add(left.hasNext() && !alone ? new Step(List.of(kill, left.next())) : new Step(List.of(kill)));
		}
		left.forEachRemaining(trouble -> steps.add(new Step(List.of(trouble))));
		Collections.shuffle(steps, random);
		return List.copyOf(steps);
	}

	List<String> lines() {
		List<String> lines = new ArrayList<>();
		lines.add("The plan of seed %d: %d kills, %d troubles of the venue, in %d steps.".formatted(seed, count(Blow.Kill.class),
				count(Blow.Trouble.class), steps.size()));
		for (int i = 0; i < steps.size(); i++) {
			lines.add("  %3d  %s".formatted(i + 1, steps.get(i)));
		}
		return lines;
	}

	long kills(Component part) {
		return steps.stream().flatMap(step -> step.blows().stream()).filter(new Blow.Kill(part)::equals).count();
	}

	private long count(Class<? extends Blow> kind) {
		return steps.stream().flatMap(step -> step.blows().stream()).filter(kind::isInstance).count();
	}

	/** The parts in the order they are shown, with how often each is killed. */
	String killsInWords() {
		return Arrays.stream(Component.values()).map(part -> part.label() + " " + kills(part)).collect(Collectors.joining(", "));
	}
}
