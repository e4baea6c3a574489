package io.vigie.sentinel.bar;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.common.kafka.Topics;
import io.vigie.common.message.BarClosed;
import io.vigie.common.message.Ids;
import io.vigie.common.message.Message;
import io.vigie.common.message.TradePrinted;
import io.vigie.engine.market.Bar;
import io.vigie.engine.market.Timeframe;
import io.vigie.sentinel.voice.Voice;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Tells of a closed bar at once, and stores it behind the caller's back, but only when the broker has acknowledged it: what is
 * in the table has been told. In order. Holds the caller up while too many wait for a database that is away.
 */
@Component
public final class BarWriter implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(BarWriter.class);
	private static final int QUEUE = 20_000;
	private static final int BATCH = 1_000;
	private static final long GATHER_MILLIS = 100;
	private static final long PAUSE_MILLIS = 500;
	private static final long LAST_WORDS_MILLIS = 5_000;

	private final BlockingQueue<Entry> queue = new ArrayBlockingQueue<>(QUEUE);
	private final Set<String> awaited = ConcurrentHashMap.newKeySet();
	private final BarStore store;
	private final Voice voice;
	private final Clock clock;
	private final Map<Timeframe, Counter> closed = new EnumMap<>(Timeframe.class);
	private final AtomicLong given = new AtomicLong();
	private final Object progress = new Object();
	private long done;
	private int waiting;
	private volatile boolean stopped = true;
	private volatile @Nullable Thread thread;

	BarWriter(BarStore store, Voice voice, Clock clock, MeterRegistry metrics) {
		this.store = store;
		this.voice = voice;
		this.clock = clock;
		for (Timeframe timeframe : Timeframe.values()) {
			closed.put(timeframe, metrics.counter("sentinel.bars", "timeframe", timeframe.code()));
		}
		metrics.gauge("sentinel.bars.waiting", queue, BlockingQueue::size);
	}

	/** A bar closed just now, by the print that is told of as its cause. */
	public void closed(Bar bar, Message<TradePrinted> cause) throws InterruptedException {
		var message = cause.leadsTo(Ids.named("bar", bar.symbol(), bar.timeframe(), bar.openAt()), "sentinel",
				Message.ALL,
				clock.instant(), new BarClosed(bar, cause.data().tick()));
		CompletableFuture<?> told = voice.say(Topics.BARS, bar.symbol(), message);
		Objects.requireNonNull(closed.get(bar.timeframe())).increment();
		put(new Entry(bar, told, null));
	}

	/** A bar of the past, to be stored and not told. */
	public void history(Bar bar) throws InterruptedException {
		put(new Entry(bar, CompletableFuture.completedFuture(null), null));
	}

	/** The symbol's past is being fetched: what the table holds of it is no answer yet. */
	public void historyBegins(String symbol) {
		awaited.add(symbol);
	}

	/** What the table holds is an answer, if an old one. */
	public void historyKnown(String symbol) {
		awaited.remove(symbol);
	}

	/** All that was to be known of the symbol's past was given. */
	public void historyComplete(String symbol) throws InterruptedException {
		put(new Entry(null, CompletableFuture.completedFuture(null), symbol));
	}

	/** Waits until everything given so far is stored. @return whether it is */
	boolean settle(Duration patience) throws InterruptedException {
		long target = given.get();
		synchronized (progress) {
			waiting++;
			progress.notifyAll();
			try {
				return await(target, patience);
			}
			finally {
				waiting--;
			}
		}
	}

	private boolean await(long target, Duration patience) throws InterruptedException {
		long deadline = System.nanoTime() + patience.toNanos();
		for (long left = patience.toMillis(); done < target && left > 0; left = (deadline - System.nanoTime()) / 1_000_000) {
			progress.wait(left);
		}
		return done >= target;
	}

	boolean isHistoryAwaited(String symbol) {
		return awaited.contains(symbol);
	}

	@Override
	public void start() {
		stopped = false;
		Thread writer = Thread.ofPlatform().name("bar-writer").unstarted(this::run);
		thread = writer;
		writer.start();
	}

	/** After those that close bars. */
	@Override
	public void stop() {
		stopped = true;
		Thread writer = thread;
		try {
			if (writer != null && !writer.join(Duration.ofMillis(LAST_WORDS_MILLIS))) {
				writer.interrupt();
			}
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return !stopped;
	}

	@Override
	public int getPhase() {
		return DEFAULT_PHASE - 1;
	}

	private void put(Entry entry) throws InterruptedException {
		given.incrementAndGet();
		queue.put(entry);
	}

	private void run() {
		List<Entry> batch = new ArrayList<>();
		try {
			while (!stopped || !queue.isEmpty()) {
				Entry first = queue.poll(100, TimeUnit.MILLISECONDS);
				if (first != null) {
					batch.add(first);
					gather();
					queue.drainTo(batch, BATCH - 1);
					write(batch);
					synchronized (progress) {
						done += batch.size();
						progress.notifyAll();
					}
					batch.clear();
				}
			}
		}
		catch (InterruptedException _) {
			log.atWarn().addKeyValue("bars", batch.size() + queue.size())
					.log("Bars left unstored; they will be built again");
		}
	}

	/** Bars that close together are stored together, unless somebody waits for them or they are many already. */
	private void gather() throws InterruptedException {
		synchronized (progress) {
			if (waiting == 0 && queue.size() < BATCH && !stopped) {
				progress.wait(GATHER_MILLIS);
			}
		}
	}

	private void write(List<Entry> batch) throws InterruptedException {
		List<Bar> bars = new ArrayList<>(batch.size());
		for (Entry entry : batch) {
			if (isTold(entry) && entry.bar != null) {
				bars.add(entry.bar);
			}
		}
		if (!bars.isEmpty()) {
			store(bars);
		}
		batch.stream().map(Entry::completeSymbol).flatMap(Stream::ofNullable).forEach(awaited::remove);
	}

	private static boolean isTold(Entry entry) throws InterruptedException {
		try {
			entry.told.get();
			return true;
		}
		catch (ExecutionException e) {
			log.error("A bar was not told and is not stored; it is built again at the next start", e);
			return false;
		}
	}

	private void store(List<Bar> bars) throws InterruptedException {
		for (int attempt = 1;; attempt++) {
			try {
				store.insert(bars);
				return;
			}
			catch (RuntimeException e) {
				if (attempt == 1) {
					log.atWarn().addKeyValue("bars", bars.size()).addKeyValue("cause", String.valueOf(e.getMessage()))
						.log("Bars can't be stored now, trying again");
				}
				Thread.sleep(PAUSE_MILLIS);
			}
		}
	}

	/** @param completeSymbol whose history ends here */
	private record Entry(@Nullable Bar bar, CompletableFuture<?> told, @Nullable String completeSymbol) {
	}
}
