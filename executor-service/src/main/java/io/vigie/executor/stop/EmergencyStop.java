package io.vigie.executor.stop;

import io.vigie.common.kafka.AgentLogs;
import io.vigie.common.message.AgentLogged;
import io.vigie.common.work.Worker;
import io.vigie.executor.order.Orders;
import io.vigie.executor.order.Settlement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Service;

/**
 * Everything stops: entries are blocked, all orders cancelled, all positions closed. The call is stored before anything is done,
 * so whoever starts next goes on with it; it goes on until the account is flat, and watches that it stays so until trading is
 * resumed.
 */
@Service
class EmergencyStop implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(EmergencyStop.class);
	private static final Duration BUSY = Duration.ofMillis(100);
	private static final Duration TROUBLED = Duration.ofSeconds(1);
	private static final Duration WATCHFUL = Duration.ofSeconds(1);
	private static final Duration LAST_WORDS = Duration.ofSeconds(10);

	private final Stops stops;
	private final Closing closing;
	private final Settlement settlement;
	private final Orders orders;
	private final AgentLogs diary;
	private final Clock clock;
	private final Worker worker = new Worker("emergency-stop", LAST_WORDS);

	EmergencyStop(Stops stops, Closing closing, Settlement settlement, Orders orders, AgentLogs diary, Clock clock) {
		this.stops = stops;
		this.closing = closing;
		this.settlement = settlement;
		this.orders = orders;
		this.diary = diary;
		this.clock = clock;
	}

	/** Calling it again while it is in force changes nothing. */
	Stop call(String reason) {
		boolean again = stops.inForce().isPresent();
		Stop stop = stops.call(reason);
		worker.call();
		if (!again) {
			log.atWarn().addKeyValue("stop_id", stop.id()).addKeyValue("reason", reason).log("Emergency stop called: no new entries are taken");
			tell("Emergency stop: " + reason + ". No new entries; all orders are being cancelled, all positions closed", stop);
		}
		return stop;
	}

	/** Entries are taken again. */
	void resume(Stop stop, String reason) {
		stops.resume(stop, reason);
		log.atWarn().addKeyValue("stop_id", stop.id()).addKeyValue("reason", reason).log("Trading resumed");
		tell("Trading resumed: " + reason, stop);
	}

	Progress progress() {
		Optional<Stop> last = stops.last();
		List<Holding> held = closing.held();
		int open = orders.open().size();
		return last.map(it -> Progress.of(it, open, held)).orElseGet(() -> Progress.never(open, held));
	}

	Optional<Stop> inForce() {
		return stops.inForce();
	}

	private void run() {
		Duration pause = Duration.ZERO;
		while (worker.goesOn()) {
			worker.rest(pause);
			try {
				pause = stops.inForce().map(this::step).orElse(WATCHFUL);
			}
			catch (RuntimeException e) {
				log.atWarn().addKeyValue("cause", String.valueOf(e.getMessage())).log("Emergency stop can't look now, trying again");
				pause = TROUBLED;
			}
		}
	}

	/** Returns how long to wait before the next one. */
	private Duration step(Stop stop) {
		if (!settlement.hasBegun()) {
			stops.problem(stop, "waiting until open orders are settled with the venue after the start");
			return BUSY;
		}
		if (stop.flatAt() != null) {
			return watch(stop);
		}
		try {
			if (closing.round(stop)) {
				stops.flat(stop);
				long millis = Duration.between(stop.calledAt(), clock.instant()).toMillis();
				log.atWarn().addKeyValue("stop_id", stop.id()).addKeyValue("millis", millis).log("Emergency stop: flat, and no new entries are taken");
				tell("Flat " + millis + " ms after the emergency stop: nothing is open, nothing is held", stop);
				return WATCHFUL;
			}
			stops.problem(stop, null);
			return BUSY;
		}
		catch (RuntimeException e) {
			stops.problem(stop, String.valueOf(e.getMessage()));
			log.atWarn().addKeyValue("stop_id", stop.id()).setCause(e).log("Emergency stop is held up, trying again");
			return TROUBLED;
		}
	}

	/** A fill that was on its way when everything was cancelled may still come. */
	private Duration watch(Stop stop) {
		if (!orders.open().isEmpty() || !closing.held().isEmpty()) {
			log.atWarn().addKeyValue("stop_id", stop.id()).log("Not flat any more: something came late, closing it as well");
			stops.notFlat(stop);
			return Duration.ZERO;
		}
		return WATCHFUL;
	}

	private void tell(String text, Stop stop) {
		diary.log(AgentLogged.Kind.ACTION, null, text, Map.of("stop", stop.id().toString(), "state", stop.state().name()), null);
	}

	@Override
	public void start() {
		worker.start(this::run);
	}

	@Override
	public void stop() {
		worker.stop();
	}

	@Override
	public boolean isRunning() {
		return worker.goesOn();
	}

	/** Before the lanes, which it uses. */
	@Override
	public int getPhase() {
		return SmartLifecycle.DEFAULT_PHASE - 4_000;
	}
}
