package io.vigie.simulator.control;

import io.vigie.simulator.exchange.Command;
import io.vigie.simulator.exchange.Refused;
import io.vigie.simulator.market.Market;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Prints that were asked for in advance, each at its time by the clock of this machine. Those still to come are gone with the process. */
@Component
class Later {

	private static final int MOST = 100_000;

	private final Market market;
	private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("later").factory());

	Later(Market market) {
		this.market = market;
	}

	/** @throws Refused where too many wait already; then none of these is taken */
	void inject(List<Print> prints) {
		if (timer.getQueue().size() + prints.size() > MOST) {
			throw Refused.invalid("more than %,d ticks would be to come".formatted(MOST));
		}
		prints.forEach(print -> timer.schedule(() -> market.submit(at -> new Command.Inject(at, List.of(print.tick))), print.after.toNanos(),
				TimeUnit.NANOSECONDS));
	}

	@PreDestroy
	void stop() {
		timer.shutdownNow();
	}

	record Print(Command.Injected tick, Duration after) {
	}
}
