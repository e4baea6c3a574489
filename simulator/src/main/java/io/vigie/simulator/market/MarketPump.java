package io.vigie.simulator.market;

import io.vigie.simulator.exchange.Exchange;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Keeps the market in step with the clock for as long as anybody may ask. */
final class MarketPump implements SmartLifecycle {

	private static final Logger LOG = LoggerFactory.getLogger(MarketPump.class);
	private static final long STEP_MILLIS = 5;

	private final Market market;
	private final boolean paused;
	private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(
			Thread.ofPlatform().name("market").factory());
	private volatile boolean running;

	MarketPump(Market market, boolean paused) {
		this.market = market;
		this.paused = paused;
	}

	@Override
	public void start() {
		running = true;
		if (!paused) {
			market.resume();
		}
		scheduler.scheduleWithFixedDelay(this::step, STEP_MILLIS, STEP_MILLIS, TimeUnit.MILLISECONDS);
		Instant now = market.read(Exchange::now);
		LOG.atInfo().addKeyValue("market_time", now).addKeyValue("speed", market.speed()).log("Market runs");
	}

	@Override
	public void stop() {
		running = false;
		scheduler.shutdown();
		try {
			scheduler.awaitTermination(5, TimeUnit.SECONDS);
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
		market.close();
		Instant now = market.read(Exchange::now);
		LOG.atInfo().addKeyValue("market_time", now).log("Market stands still");
	}

	@Override
	public boolean isRunning() {
		return running;
	}

	/** Before the web server in starting, after it in stopping: whoever is still answered finds the market open. */
	@Override
	public int getPhase() {
		return 0;
	}

	private void step() {
		try {
			market.tick();
		}
		catch (RuntimeException e) {
			LOG.atError().setCause(e).log("Market can't go on for now");
		}
	}
}
