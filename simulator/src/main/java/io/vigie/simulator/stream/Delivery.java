package io.vigie.simulator.stream;

import io.vigie.simulator.exchange.MarketEvent;
import io.vigie.simulator.exchange.Order;
import io.vigie.simulator.fault.AnswerHarm;
import io.vigie.simulator.fault.Harm;
import io.vigie.simulator.fault.Occasion;
import io.vigie.simulator.fault.Site;
import io.vigie.simulator.fault.StreamHarm;
import io.vigie.simulator.injection.Injector;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What becomes of a stream's messages between the market and its clients: in order and once, unless a fault strikes. */
final class Delivery {

	private static final int A_SECOND = 1000;

	private final String stream;
	private final Predicate<MarketEvent> carries;
	private final Injector injector;
	private final Connections connections;
	private final StreamLimits timer;
	private final Consumer<Told> clients;
	private final List<Held> held = new ArrayList<>();

	Delivery(String stream, Predicate<MarketEvent> carries, Injector injector, Connections connections, StreamLimits timer,
			Consumer<Told> clients) {
		this.stream = stream;
		this.carries = carries;
		this.injector = injector;
		this.connections = connections;
		this.timer = timer;
		this.clients = clients;
	}

	/** Called under the market's lock: decides and hands on, nothing more. */
	synchronized void on(List<MarketEvent> events) {
		for (MarketEvent event : events) {
			if (!injector.isQuiet()) {
				risk(event);
			}
			else if (carries.test(event)) {
				deliver(new Told(event, List.of()));
			}
		}
	}

	private void risk(MarketEvent event) {
		Instant now = at(event);
		for (Harm harm : injector.strike(occasion(Site.MARKET, event), now)) {
			if (harm instanceof StreamHarm.StreamDropped(var abrupt)) {
				held.clear();
				timer.apart(() -> connections.cut(stream, Boolean.TRUE.equals(abrupt)));
				return;
			}
		}
		if (carries.test(event)) {
			send(event, injector.strike(occasion(Site.MESSAGE, event), now));
		}
	}

	/** Of a message, the outcome that a fault decides is always that nobody hears of it. */
	private void send(MarketEvent event, List<Harm> harms) {
		Told told = new Told(event, harms.stream().filter(AnswerHarm.class::isInstance).toList());
		if (harms.stream().anyMatch(Harm::decides)) {
			return;
		}
		int copies = 1;
		int delay = 0;
		int overtaken = 0;
		int patience = A_SECOND;
		for (Harm harm : harms) {
			switch (harm) {
				case StreamHarm.EventDuplicated(var more) -> copies += Objects.requireNonNullElse(more, 1);
				case StreamHarm.EventDelayed(var millis) -> delay += Objects.requireNonNull(millis);
				case StreamHarm.EventReordered(var by, var millis) -> {
					overtaken = Objects.requireNonNullElse(by, 1);
					patience = Objects.requireNonNullElse(millis, A_SECOND);
				}
				default -> { }
			}
		}
		for (int i = 0; i < copies; i++) {
			if (delay > 0) {
				timer.later(() -> late(told), delay);
			}
			else if (overtaken > 0) {
				hold(told, overtaken, patience);
			}
			else {
				deliver(told);
			}
		}
	}

	private synchronized void late(Told told) {
		deliver(told);
	}

	private void hold(Told told, int overtaken, int patience) {
		Held waiting = new Held(told, overtaken);
		held.add(waiting);
		timer.later(() -> release(waiting), patience);
	}

	private synchronized void release(Held waiting) {
		if (held.remove(waiting)) {
			deliver(waiting.told);
		}
	}

	/** Whoever was to be overtaken by it comes after it. */
	private void deliver(Told told) {
		clients.accept(told);
		List<Held> due = new ArrayList<>();
		for (Held waiting : held) {
			waiting.left--;
			if (waiting.left == 0) {
				due.add(waiting);
			}
		}
		held.removeAll(due);
		due.forEach(it -> clients.accept(it.told));
	}

	private Occasion occasion(Site site, MarketEvent event) {
		return switch (event) {
			case MarketEvent.Printed it -> Occasion.event(site, stream, "trade", it.tick().symbol(), null, null, null);
			case MarketEvent.BarClosed it -> Occasion.event(site, stream, "bar", it.bar().symbol(), null, null, null);
			case MarketEvent.OrderChanged it -> {
				Order order = it.order();
				yield Occasion.event(site, stream, it.event(), order.symbol(), order.side().name().toLowerCase(Locale.ROOT),
						order.terms().kind().wire(), order.clientOrderId());
			}
		};
	}

	private static Instant at(MarketEvent event) {
		return switch (event) {
			case MarketEvent.Printed it -> it.tick().at();
			case MarketEvent.BarClosed it -> it.bar().closeAt();
			case MarketEvent.OrderChanged it -> it.at();
		};
	}

	private static final class Held {

		private final Told told;
		private int left;

		private Held(Told told, int left) {
			this.told = told;
			this.left = left;
		}
	}
}
