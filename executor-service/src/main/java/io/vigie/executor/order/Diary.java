package io.vigie.executor.order;

import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.common.kafka.AgentLogs;
import io.vigie.common.message.AgentLogged;
import io.vigie.engine.order.OrderState;
import java.math.BigDecimal;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells people what became of orders, once it is committed: one line per change, and in words what matters to a trader. */
@Component
class Diary {

	private static final Logger log = LoggerFactory.getLogger(Diary.class);

	private final AgentLogs diary;
	private final MeterRegistry metrics;

	Diary(AgentLogs diary, MeterRegistry metrics) {
		this.diary = diary;
		this.metrics = metrics;
	}

	void after(Changes changes) {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void afterCommit() {
				changes.stages.forEach(it -> stage(it.order()));
				changes.trades.forEach(Diary.this::trade);
				changes.refusals.forEach(Diary.this::refusal);
			}
		});
	}

	private void stage(Order order) {
		log.atInfo().addKeyValue("bot", order.bot()).addKeyValue("order_id", order.id()).addKeyValue("symbol", order.terms().symbol())
			.addKeyValue("role", order.terms().role()).addKeyValue("state", order.life().state()).addKeyValue("reason", order.life().reason())
			.log("Order changed");
		if (order.life().state() == OrderState.REJECTED || order.life().state() == OrderState.UNKNOWN) {
			diary.log(AgentLogged.Kind.ACTION, order.bot(), order.terms().role() + " of " + order.terms().symbol() + " is "
					+ order.life().state() + ": " + order.life().reason(), facts(order), null);
		}
	}

	private void trade(Trade trade) {
		Order order = trade.order();
		BigDecimal realised = trade.realised();
		String result = realised.signum() == 0 ? "" : ", " + (realised.signum() > 0 ? "won " : "lost ") + realised.abs().toPlainString() + " before fees";
		diary.log(AgentLogged.Kind.ACTION, order.bot(), Changes.words(order, trade.fill()) + result, facts(order), null);
	}

	private void refusal(Changes.Refusal refusal) {
		metrics.counter("executor.contradictions").increment();
		log.atError().addKeyValue("order_id", refusal.order().id()).addKeyValue("venue_order_id", refusal.order().venueOrderId())
			.addKeyValue("event", refusal.event()).addKeyValue("reason", refusal.reason()).log("The venue's word contradicts the books");
	}

	private static Map<String, String> facts(Order order) {
		return Map.of("symbol", order.terms().symbol(), "role", order.terms().role().name(), "state", order.life().state().name(), "filled",
				order.life().filled().toPlainString());
	}
}
