package io.vigie.sentinel.account;

import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.common.kafka.Topics;
import io.vigie.common.message.AccountMessage;
import io.vigie.common.message.CashMoved;
import io.vigie.common.message.Ids;
import io.vigie.common.message.Message;
import io.vigie.common.message.OrderUpdated;
import io.vigie.sentinel.voice.Voice;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.springframework.stereotype.Component;

/**
 * Tells what happened at the account, each thing once however many channels report it, as far as memory reaches; beyond it
 * the same thing has the same id. Returns when the broker has it. Thread-safe.
 */
@Component
class AccountTeller {

	private static final int REMEMBERED = 20_000;

	private final Map<UUID, Boolean> told = new LinkedHashMap<>() {

		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Map.Entry<UUID, Boolean> eldest) {
			return size() > REMEMBERED;
		}
	};
	private final Voice voice;
	private final Clock clock;
	private final MeterRegistry metrics;

	AccountTeller(Voice voice, Clock clock, MeterRegistry metrics) {
		this.voice = voice;
		this.clock = clock;
		this.metrics = metrics;
	}

	boolean isTold(UUID id) {
		synchronized (told) {
			return told.containsKey(id);
		}
	}

	synchronized void tell(AccountMessage data) throws InterruptedException {
		UUID id = idOf(data);
		if (isTold(id)) {
			metrics.counter("sentinel.account.repeated").increment();
			return;
		}
		try {
			voice.say(Topics.ACCOUNT_EVENTS, accountOf(data), Message.beginning(id, "sentinel", Message.ALL,
					clock.instant(), data)).get();
		}
		catch (ExecutionException e) {
			throw new IllegalStateException("Account event was not taken by the message broker", e.getCause());
		}
		synchronized (told) {
			told.put(id, true);
		}
		metrics.counter("sentinel.account.events", "type", data instanceof OrderUpdated order ? order.event().name()
				: "CASH").increment();
	}

	/** Follows from what happened, not from who reports it. */
	static UUID idOf(AccountMessage data) {
		return switch (data) {
			case OrderUpdated it when it.execution() != null ->
				fill(it.account(), it.venueOrderId(), it.execution().cumulativeQuantity());
			case OrderUpdated it -> Ids.named("order", it.account(), it.venueOrderId(), it.event());
			case CashMoved it -> Ids.named("activity", it.account(), it.activityId());
		};
	}

	static UUID fill(String account, String venueOrderId, BigDecimal cumulative) {
		return Ids.named("fill", account, venueOrderId, cumulative.stripTrailingZeros().toPlainString());
	}

	private static String accountOf(AccountMessage data) {
		return switch (data) {
			case OrderUpdated it -> it.account();
			case CashMoved it -> it.account();
		};
	}
}
