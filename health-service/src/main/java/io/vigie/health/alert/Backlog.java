package io.vigie.health.alert;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;

/** What is still to be delivered one way, in order; what can't be now stays first in line. Thread-safe and bounded. */
public final class Backlog<T> {

	private static final Logger log = LoggerFactory.getLogger(Backlog.class);
	private static final int MOST = 1000;

	private final String name;
	private final Deque<T> waiting = new ArrayDeque<>();
	private final ReentrantLock working = new ReentrantLock();

	public Backlog(String name) {
		this.name = name;
	}

	public void add(T item) {
		synchronized (waiting) {
			if (waiting.size() == MOST) {
				log.atError().addKeyValue("backlog", name).log("Backlog is full, the oldest entry is lost");
				waiting.removeFirst();
			}
			waiting.addLast(item);
		}
	}

	/** Delivers until nothing waits or something fails; one thread at a time, the others go home. */
	public void work(Consumer<T> delivery) {
		if (!working.tryLock()) {
			return;
		}
		try {
			for (T item = first(); item != null; item = first()) {
				deliver(item, delivery);
				remove(item);
			}
		}
		catch (RuntimeException e) {
			log.atWarn().addKeyValue("backlog", name).addKeyValue("cause", String.valueOf(e.getMessage())).log("Can't deliver now, trying again");
		}
		finally {
			working.unlock();
		}
	}

	/** What will never be taken must not hold up the rest. */
	private void deliver(T item, Consumer<T> delivery) {
		try {
			delivery.accept(item);
		}
		catch (DataIntegrityViolationException e) {
			log.atError().addKeyValue("backlog", name).addKeyValue("entry", item).addKeyValue("cause", String.valueOf(e.getMessage()))
				.log("Entry can't be kept, now or later, and is given up");
		}
	}

	private @Nullable T first() {
		synchronized (waiting) {
			return waiting.peekFirst();
		}
	}

	private void remove(T item) {
		synchronized (waiting) {
			waiting.remove(item);
		}
	}
}
