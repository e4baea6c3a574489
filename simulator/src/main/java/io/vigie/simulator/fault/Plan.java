package io.vigie.simulator.fault;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/**
 * The faults that are armed, and which of them strike what: the same faults, seeds and occasions give the same firings.
 * Not thread-safe.
 */
public final class Plan {

	private final List<Armed> armed;
	private final Consumer<Firing> record;

	/** @param record hears of every firing */
	public Plan(Collection<Armed> armed, Consumer<Firing> record) {
		this.armed = new ArrayList<>(armed);
		this.record = record;
	}

	/** @param script all of whose faults have names */
	public void arm(long seed, Collection<Fault> faults, Instant at) {
		faults.forEach(it -> armed.add(new Armed(it, seed, at, 0, 0, null)));
	}

	public void clear() {
		armed.clear();
	}

	public List<Armed> armed() {
		return List.copyOf(armed);
	}

	public boolean isEmpty() {
		return armed.isEmpty();
	}

	/** What strikes, in the order it was armed in; at most one of it decides the outcome. */
	public List<Harm> strike(Occasion occasion, Instant now) {
		List<Harm> harms = new ArrayList<>();
		boolean decided = false;
		for (int i = 0; i < armed.size(); i++) {
			Armed before = armed.get(i);
			Harm harm = before.fault().harm();
			if (decided && harm.decides() || !before.fits(occasion, now)) {
				continue;
			}
			Armed after = before.met(now);
			armed.set(i, after);
			if (after.fired() > before.fired()) {
				harms.add(harm);
				decided |= harm.decides();
				record.accept(new Firing(after.name(), harm.kind(), after.matched(), now, occasion.site(), occasion.what(), occasion.id()));
			}
		}
		return harms;
	}
}
