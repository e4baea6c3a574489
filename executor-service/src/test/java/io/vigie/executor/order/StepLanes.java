package io.vigie.executor.order;

import io.vigie.executor.schedule.World;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;

/** The real lanes, whose work is done when the schedule says so. */
final class StepLanes extends Lanes {

	private final World world;
	private final Deque<Runnable> queue;
	private boolean atWork;

	StepLanes(World world) {
		this(world, new ArrayDeque<>());
	}

	private StepLanes(World world, Deque<Runnable> queue) {
		super(queue::add);
		this.world = world;
		this.queue = queue;
	}

	boolean hasWork() {
		return !queue.isEmpty() && !atWork;
	}

	void workOne() {
		atWork = true;
		try {
			Runnable next = queue.poll();
			if (next != null) {
				next.run();
			}
		}
		finally {
			atWork = false;
		}
	}

	/** Whoever waits for answers gets them in time, or not. */
	@Override
	void settle(Collection<Order> orders, Duration atMost) {
		boolean inTime = world.luck.percent(50);
		while (inTime && hasWork()) {
			workOne();
		}
		world.pass(inTime ? Duration.ofMillis(50) : atMost);
	}
}
