package io.vigie.executor.order;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vigie.engine.order.OrderRole;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What the order path shows of itself. */
@Component
class Measures {

	private final MeterRegistry registry;
	private final JdbcClient jdbc;
	private final Clock clock;
	private final Timer send;
	private final Timer tickToOrder;
	private final Timer tickToFill;
	private final AtomicLong unknown = new AtomicLong();
	private final AtomicLong unprotected = new AtomicLong();
	private final Map<String, AtomicLong> sequences = new ConcurrentHashMap<>();

	Measures(MeterRegistry registry, JdbcClient jdbc, Clock clock) {
		this.registry = registry;
		this.jdbc = jdbc;
		this.clock = clock;
		this.send = timer("executor.send", "Request to the venue until its answer");
		this.tickToOrder = timer("executor.tick.to.order", "First message of the chain until the order leaves");
		this.tickToFill = timer("executor.tick.to.fill", "First message of the chain until its fill is committed to the ledger");
		Gauge.builder("executor.unknown.orders", unknown, AtomicLong::get).description("Orders whose outcome only the venue knows").register(registry);
		Gauge.builder("executor.unprotected", unprotected, AtomicLong::get).description("Positions without a confirmed stop for all of them").register(registry);
	}

	Timer.Sample sending(Order order) {
		if (order.is(OrderRole.ENTRY)) {
			tickToOrder.record(since(order.chain().beganAt()));
		}
		return Timer.start(registry);
	}

	void answered(Timer.Sample sample) {
		sample.stop(send);
	}

	/** Counts once the transaction in hand has committed. */
	void after(Changes changes) {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void afterCommit() {
				count(changes);
			}
		});
	}

	private void count(Changes changes) {
		changes.stages.forEach(it -> registry.counter("executor.orders", "state", it.order().life().state().name()).increment());
		for (Trade trade : changes.trades) {
			registry.counter("executor.trades", "bot", trade.order().bot(), "role", trade.order().terms().role().name()).increment();
			if (trade.order().is(OrderRole.ENTRY) && trade.fill().cumulativeQuantity().compareTo(trade.fill().quantity()) == 0) {
				tickToFill.record(since(trade.order().chain().beganAt()));
			}
		}
		changes.page().changed().forEach(bot -> sequences.computeIfAbsent(bot, this::sequence).set(changes.page().sequence(bot)));
	}

	@Scheduled(fixedDelayString = "PT2S")
	void look() {
		try {
			unknown.set(count("select count(*) from orders where state in ('UNKNOWN', 'SENT')"));
			unprotected.set(count("select count(*) from position_covers where bot <> 'reserve' and covered < quantity"));
		}
		catch (DataAccessException _) {
			// The database's own health is told elsewhere; the last values stand.
		}
	}

	private long count(String sql) {
		return jdbc.sql(sql).query(Long.class).single();
	}

	private AtomicLong sequence(String bot) {
		var value = new AtomicLong();
		Gauge.builder("executor.ledger.sequence", value, AtomicLong::get).tag("bot", bot).register(registry);
		return value;
	}

	private Timer timer(String name, String description) {
		return Timer.builder(name).description(description).publishPercentileHistogram().register(registry);
	}

	private Duration since(Instant begin) {
		Duration elapsed = Duration.between(begin, clock.instant());
		return elapsed.isNegative() ? Duration.ZERO : elapsed;
	}
}
