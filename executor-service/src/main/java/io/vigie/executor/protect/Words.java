package io.vigie.executor.protect;

import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.common.kafka.AgentLogs;
import io.vigie.common.message.AgentLogged;
import io.vigie.executor.order.Order;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What people are told about the protection of positions. */
@Component
class Words {

	private static final Logger log = LoggerFactory.getLogger(Words.class);
	private static final Duration WORTH_A_WARNING = Duration.ofSeconds(1);

	private final AgentLogs diary;
	private final MeterRegistry metrics;
	private final Set<Cover.Lane> warned = ConcurrentHashMap.newKeySet();

	Words(AgentLogs diary, MeterRegistry metrics) {
		this.diary = diary;
		this.metrics = metrics;
	}

	void placed(Cover cover, BigDecimal quantity, BigDecimal price) {
		warned.remove(cover.lane());
		tell(cover, "Placing a stop for " + quantity.toPlainString() + " " + cover.symbol() + " at " + price.toPlainString());
	}

	void raising(Cover cover, Order stop, BigDecimal price) {
		metrics.counter("executor.stops.raised", "bot", cover.bot()).increment();
		tell(cover, "Raising the stop of " + cover.symbol() + " from " + text(stop.terms().stopPrice()) + " to " + price.toPlainString());
	}

	void cancelling(Order order, String why) {
		log.atInfo().addKeyValue("order_id", order.id()).addKeyValue("bot", order.bot()).addKeyValue("symbol", order.terms().symbol())
			.addKeyValue("role", order.terms().role()).addKeyValue("reason", why).log("Order is in the way of protection, cancelling it");
	}

	void waiting(Cover cover, String what, Duration bare) {
		if (!cover.isWhole() && bare.compareTo(WORTH_A_WARNING) > 0 && warned.add(cover.lane())) {
			log.atWarn().addKeyValue("bot", cover.bot()).addKeyValue("symbol", cover.symbol()).addKeyValue("millis", bare.toMillis())
				.addKeyValue("waiting_for", what).log("Position has no stop for all of it");
		}
	}

	void closing(Cover cover, String why, Duration bare) {
		warned.remove(cover.lane());
		metrics.counter("executor.protection.closed", "bot", cover.bot()).increment();
		log.atWarn().addKeyValue("bot", cover.bot()).addKeyValue("symbol", cover.symbol()).addKeyValue("reason", why)
			.addKeyValue("bare_millis", bare.toMillis()).log("Closing the position at market");
		diary.log(AgentLogged.Kind.DECISION, cover.bot(), "Closing " + cover.held().toPlainString() + " " + cover.symbol() + " at market: " + why,
				facts(cover), null);
	}

	private void tell(Cover cover, String text) {
		log.atInfo().addKeyValue("bot", cover.bot()).addKeyValue("symbol", cover.symbol()).log(text);
		diary.log(AgentLogged.Kind.ACTION, cover.bot(), text, facts(cover), null);
	}

	private static Map<String, String> facts(Cover cover) {
		return Map.of("symbol", cover.symbol(), "held", cover.held().toPlainString(), "covered", cover.covered().toPlainString());
	}

	private static String text(@org.jspecify.annotations.Nullable BigDecimal price) {
		return price == null ? "nowhere" : price.toPlainString();
	}
}
