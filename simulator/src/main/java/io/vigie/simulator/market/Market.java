package io.vigie.simulator.market;

import io.vigie.engine.market.Timeframe;
import io.vigie.simulator.exchange.Command;
import io.vigie.simulator.exchange.Exchange;
import io.vigie.simulator.exchange.MarketEvent;
import io.vigie.simulator.fault.Firing;
import io.vigie.simulator.journal.Journal;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The one owner of the venue. Every command is journaled before it is applied, and applied before anybody hears of it;
 * all of it one at a time, under one lock. Thread-safe.
 */
public final class Market {

	private final ReentrantLock lock = new ReentrantLock();
	private final Exchange exchange;
	private final Journal journal;
	private final MarketClock clock;
	private final long compactAbove;
	private final List<Consumer<List<MarketEvent>>> listeners = new CopyOnWriteArrayList<>();
	private final List<Consumer<Firing>> witnesses = new CopyOnWriteArrayList<>();

	Market(Exchange exchange, Journal journal, MarketClock clock, long compactAbove) {
		this.exchange = exchange;
		this.journal = journal;
		this.clock = clock;
		this.compactAbove = compactAbove;
	}

	/** Listeners are called in order of events and must not block. */
	public void listen(Consumer<List<MarketEvent>> listener) {
		listeners.add(listener);
	}

	/** Witnesses hear of every fault that strikes at the venue itself, before listeners hear what came of it. */
	public void witness(Consumer<Firing> witness) {
		witnesses.add(witness);
	}

	/**
	 * Applies what the function makes of the current market time.
	 *
	 * @throws io.vigie.simulator.exchange.Refused where the venue says no
	 */
	public List<MarketEvent> submit(Function<Instant, Command> command) {
		return submitThen(command, (_, events) -> events);
	}

	/** As {@link #submit}, and reads the outcome before anything else happens. */
	public <T> T submitThen(Function<Instant, Command> command, Reader<T> reader) {
		lock.lock();
		try {
			Instant at = now();
			advance(at);
			return reader.read(exchange, apply(command.apply(at)));
		}
		finally {
			lock.unlock();
		}
	}

	public <T> T read(Function<Exchange, T> reader) {
		lock.lock();
		try {
			return reader.apply(exchange);
		}
		finally {
			lock.unlock();
		}
	}

	/** Market time, which runs on between one event and the next. */
	public Instant time() {
		lock.lock();
		try {
			return now();
		}
		finally {
			lock.unlock();
		}
	}

	/** Brings the venue up to the clock; what has to survive is journaled, the mere passing of time is not. */
	void tick() {
		lock.lock();
		try {
			advance(now());
			compactIfLarge();
		}
		finally {
			lock.unlock();
		}
	}

	/** Moves market time on by hand, playing everything on the way. */
	public Instant advance(Duration by) {
		lock.lock();
		try {
			Instant to = now().plus(by);
			apply(new Command.Advance(to));
			clock.moveTo(to);
			return to;
		}
		finally {
			lock.unlock();
		}
	}

	/** Nothing prints any more; the venue stands exactly where the clock stopped. */
	public void pause() {
		locked(() -> {
			clock.pause();
			apply(new Command.Advance(now()));
		});
	}

	public void resume() {
		locked(clock::resume);
	}

	public void changeSpeed(BigDecimal speed) {
		locked(() -> clock.changeSpeed(speed));
	}

	public BigDecimal speed() {
		return clock.speed();
	}

	public boolean isRunning() {
		return clock.isRunning();
	}

	void close() {
		locked(() -> {
			pause();
			journal.close();
		});
	}

	/** What prints on the way is told even if a command is refused after it. */
	private void advance(Instant to) {
		boolean prints = exchange.nextPrintAt().filter(it -> !it.isAfter(to)).isPresent();
		boolean minuteOver = Timeframe.M1.floor(to).isAfter(exchange.now());
		if (prints || minuteOver) {
			apply(new Command.Advance(to));
		}
	}

	private List<MarketEvent> apply(Command command) {
		journal.append(command);
		List<MarketEvent> events;
		try {
			events = exchange.apply(command);
		}
		finally {
			exchange.takeFirings().forEach(firing -> witnesses.forEach(it -> it.accept(firing)));
		}
		if (!events.isEmpty()) {
			listeners.forEach(it -> it.accept(events));
		}
		return events;
	}

	private void compactIfLarge() {
		if (journal.size() > compactAbove) {
			journal.compact(exchange.state());
		}
	}

	private Instant now() {
		Instant now = clock.now();
		return now.isBefore(exchange.now()) ? exchange.now() : now;
	}

	private void locked(Runnable change) {
		lock.lock();
		try {
			change.run();
		}
		finally {
			lock.unlock();
		}
	}

	/** Sees the venue and what a command did to it. */
	public interface Reader<T> {

		T read(Exchange exchange, List<MarketEvent> events);
	}
}
