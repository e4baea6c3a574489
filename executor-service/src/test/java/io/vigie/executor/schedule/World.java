package io.vigie.executor.schedule;

import io.vigie.engine.order.ResendRule.Dialect;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/** What a process lives in and what outlives it, the database aside. */
public final class World {

	static final Instant BEGIN = Instant.parse("2026-11-20T12:00:00Z");

	public final long seed;
	public final Dialect dialect;
	public final Luck luck;
	public final ModelClock clock = new ModelClock(BEGIN);
	public final CrashPoints crash = new CrashPoints();
	public final ModelVenue venue;
	public final ModelSentinel sentinel;
	public final ModelLog log;
	public final Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
	final ModelTransport transport;
	private final List<String> trace = new ArrayList<>();
	private int troubleLeft;
	private final Deque<Fault> planned = new ArrayDeque<>();
	private int commits;
	private boolean stormy;
	/** What the process is about, for naming the points where it dies. */
	public String doing = "nothing";
	private IntConsumer meanwhile = _ -> {
	};

	public World(long seed, Dialect dialect) {
		this.seed = seed;
		this.dialect = dialect;
		luck = new Luck(seed);
		sentinel = new ModelSentinel(this);
		venue = new ModelVenue("s" + seed, dialect, clock, luck, sentinel::hear);
		transport = new ModelTransport(this);
		log = new ModelLog(this);
	}

	/** Whether it happens now; only so many things go wrong in one schedule, so that each comes to an end. */
	public boolean suffers(Fault fault, int percent) {
		if (troubleLeft == 0 || !luck.percent(percent)) {
			return false;
		}
		troubleLeft--;
		faults.merge(fault, 1, Integer::sum);
		trace("! " + fault);
		return true;
	}

	void committed() {
		commits++;
	}

	/** How often something was stored so far. */
	public int commits() {
		return commits;
	}

	/** How many orders left the process, whatever became of them. */
	public int sends() {
		return transport.sends();
	}

	/** From now on things go wrong. */
	public void trouble() {
		troubleLeft = luck.between(0, 8);
		stormy = luck.percent(40);
	}

	/** Trouble gathers around the sending of orders. */
	public boolean isStormy() {
		return stormy;
	}

	/** Happens to the next order that is sent, for stories that are written rather than drawn. */
	public void plan(Fault fault) {
		planned.add(fault);
	}

	boolean isPlanned(Fault fault) {
		boolean now = fault == planned.peek();
		if (now) {
			planned.remove();
			trace("! " + fault + ", as planned");
		}
		return now;
	}

	/** Nothing goes wrong any more. */
	public void calm() {
		stormy = false;
		troubleLeft = 0;
		crash.revive();
	}

	/** What goes on in the world while a request is under way. */
	public void meanwhile(IntConsumer steps) {
		meanwhile = steps;
	}

	void goesOn(int steps) {
		meanwhile.accept(steps);
	}

	/** Time passes at the venue as well: what it was sent and has not acted on yet, it acts on when it is due. */
	public void pass(Duration time) {
		Instant until = clock.instant().plus(time);
		transport.arrive(until);
		clock.reach(until);
	}

	public void trace(String step) {
		trace.add(Duration.between(BEGIN, clock.instant()).toMillis() + " ms  " + step);
	}

	public String story() {
		return "seed " + seed + ", " + dialect + "\n" + String.join("\n", trace);
	}
}
