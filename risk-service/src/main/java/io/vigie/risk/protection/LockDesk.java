package io.vigie.risk.protection;

import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.common.kafka.AgentLogs;
import io.vigie.common.message.AgentLogged.Kind;
import io.vigie.common.message.Message;
import io.vigie.engine.risk.Lock;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes locks, shows them, and lifts them when somebody says why. */
@Service
class LockDesk {

	private static final Logger log = LoggerFactory.getLogger(LockDesk.class);

	private final Locks locks;
	private final TransactionTemplate transaction;
	private final AgentLogs logs;
	private final MeterRegistry metrics;
	private final Clock clock;

	LockDesk(Locks locks, TransactionTemplate transaction, AgentLogs logs, MeterRegistry metrics, Clock clock) {
		this.locks = locks;
		this.transaction = transaction;
		this.logs = logs;
		this.metrics = metrics;
		this.clock = clock;
		List.of(Lock.Kind.values()).forEach(it -> metrics.counter("risk.locks", "kind", it.rule()));
	}

	/** Part of the caller's transaction. @return what to tell once it is committed */
	List<Runnable> make(String bot, List<Lock> wanted, Message<?> cause) {
		return wanted.stream()
			.filter(it -> locks.make(bot, it, clock.instant()))
			.<Runnable>map(it -> () -> tell(bot, it, cause))
			.toList();
	}

	/** @return those lifted with it; empty where there is no such lock */
	Optional<List<StoredLock>> lift(UUID id, String by, String because) {
		Optional<List<StoredLock>> lifted = transaction.execute(_ -> locks.withId(id).map(it -> locks.lift(it, by, because, clock.instant())));
		lifted.orElse(List.of()).forEach(it -> {
			log.atWarn().addKeyValue("bot", it.bot()).addKeyValue("rule", it.rule()).addKeyValue("by", by).addKeyValue("reason", because).log("Lock lifted");
			logs.log(Kind.ACTION, it.bot(), "Lock " + it.rule() + " lifted by " + by + ": " + because, Map.of("rule", it.rule(), "by", by), null);
		});
		return lifted;
	}

	private void tell(String bot, Lock lock, Message<?> cause) {
		metrics.counter("risk.locks", "kind", lock.kind().rule()).increment();
		String what = lock.symbol() == null ? "Everything" : lock.symbol();
		log.atInfo().addKeyValue("bot", bot).addKeyValue("rule", lock.kind().rule()).addKeyValue("symbol", what)
			.addKeyValue("until", lock.until()).addKeyValue("reason", lock.reason()).log("Locked");
		logs.log(Kind.DECISION, bot, what + " is locked until " + lock.until() + " (" + lock.kind().rule() + "). " + lock.reason(),
				Map.of("rule", lock.kind().rule(), "until", lock.until().toString()), cause);
	}
}
