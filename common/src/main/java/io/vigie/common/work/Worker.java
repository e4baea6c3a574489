package io.vigie.common.work;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A thread of its own for one piece of work that begins and ends with the service. The work ends itself: it asks {@link #goesOn}
 * between rounds, and whoever stops it wakes it from any rest and waits for it a while. Can be started again after that. A thread
 * that is interrupted while it rests counts as told to stop.
 */
public final class Worker {

	private final String name;
	private final Duration lastWords;
	private final ReentrantLock lock = new ReentrantLock();
	private final Condition changed = lock.newCondition();
	private volatile boolean running;
	private boolean called;
	private Thread thread = new Thread();

	/** @param lastWords how long it is waited for when it is stopped */
	public Worker(String name, Duration lastWords) {
		this.name = name;
		this.lastWords = lastWords;
	}

	public void start(Runnable work) {
		running = true;
		thread = Thread.ofPlatform().daemon().name(name).start(work);
	}

	/** Until it is stopped. */
	public boolean goesOn() {
		return running;
	}

	/** There is work: ends its rest, or else its next one. */
	public void call() {
		signal(() -> called = true);
	}

	/** To be used by the work itself: waits until it is called or stopped, or the time is up. */
	public void rest(Duration atMost) {
		await(atMost, true);
	}

	/** To be used by the work itself: waits until it is stopped or the time is up, however often it is called. */
	public void pause(Duration atMost) {
		await(atMost, false);
	}

	/** Returns when the work has ended, or after a while. */
	public void stop() {
		stop(() -> {
		});
	}

	/** As {@link #stop()}, for work that waits where only an interrupt ends it. */
	public void interrupt() {
		stop(() -> thread.interrupt());
	}

	/** @param nudge ends what the work waits for other than a rest */
	public void stop(Runnable nudge) {
		signal(() -> running = false);
		nudge.run();
		try {
			thread.join(lastWords.toMillis());
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

	private void await(Duration atMost, boolean untilCalled) {
		lock.lock();
		try {
			long left = atMost.toNanos();
			while (running && !(untilCalled && called) && left > 0) {
				left = changed.awaitNanos(left);
			}
			called &= !untilCalled;
		}
		catch (InterruptedException _) {
			running = false;
		}
		finally {
			lock.unlock();
		}
	}

	private void signal(Runnable change) {
		lock.lock();
		try {
			change.run();
			changed.signalAll();
		}
		finally {
			lock.unlock();
		}
	}
}
