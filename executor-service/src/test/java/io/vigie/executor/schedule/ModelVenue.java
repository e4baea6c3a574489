package io.vigie.executor.schedule;

import io.vigie.common.message.AccountMessage;
import io.vigie.common.message.CashMoved;
import io.vigie.common.message.Execution;
import io.vigie.common.message.OrderUpdated;
import io.vigie.common.message.VenueEvent;
import io.vigie.engine.market.Side;
import io.vigie.engine.order.OrderType;
import io.vigie.engine.order.ResendRule.Dialect;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The venue's own record, which the books are held against in the end, and its rules. Which orders it may be asked to place
 * twice is a matter of its dialect.
 */
public final class ModelVenue {

	final List<ModelOrder> orders = new ArrayList<>();
	final List<Entry> activities = new ArrayList<>();
	private final String prefix;
	private final Dialect dialect;
	private final ModelClock clock;
	private final Luck luck;
	private final Consumer<AccountMessage> stream;
	private int numbers;

	ModelVenue(String prefix, Dialect dialect, ModelClock clock, Luck luck, Consumer<AccountMessage> stream) {
		this.prefix = prefix;
		this.dialect = dialect;
		this.clock = clock;
		this.luck = luck;
		this.stream = stream;
	}

	/** An entry of the account's history. */
	record Entry(String id, ModelOrder order, AccountMessage message, Instant at) {

		Map<String, Object> json() {
			return switch (message) {
				case OrderUpdated told -> fill(told.execution());
				case CashMoved moved -> Map.of("id", id, "activity_type", moved.kind(), "created_at", at.toString(), "net_amount",
						moved.amount().toPlainString(), "symbol", order.symbol, "order_id", order.id, "date", at.toString().substring(0, 10));
			};
		}

		private Map<String, Object> fill(@Nullable Execution fill) {
			if (fill == null) {
				throw new IllegalStateException("only fills are part of the history");
			}
			return Map.of("id", id, "activity_type", "FILL", "transaction_time", at.toString(), "price", fill.price().toPlainString(), "qty",
					fill.quantity().toPlainString(), "cum_qty", fill.cumulativeQuantity().toPlainString(), "leaves_qty",
					order.quantity.subtract(fill.cumulativeQuantity()).toPlainString(), "side", order.buy ? "buy" : "sell", "symbol", order.symbol,
					"order_id", order.id);
		}
	}

	/** An order as the venue keeps it. */
	public record Kept(String id, String clientId, String symbol, boolean buy, String status, boolean open, BigDecimal filled, BigDecimal quantity,
			boolean leg) {
	}

	/** A fill as the venue keeps it. */
	public record Traded(String orderId, BigDecimal cumulative, BigDecimal units, BigDecimal price) {
	}

	public List<Kept> kept() {
		return orders.stream().map(it -> new Kept(it.id, it.clientId, it.symbol, it.buy, it.status, it.isOpen(), it.filled, it.quantity, it.parent != null)).toList();
	}

	public List<Traded> traded() {
		List<Traded> fills = new ArrayList<>();
		for (Entry entry : activities) {
			if (entry.message() instanceof OrderUpdated told && told.execution() instanceof Execution fill) {
				fills.add(new Traded(told.venueOrderId(), fill.cumulativeQuantity(), fill.quantity(), fill.price()));
			}
		}
		return fills;
	}

	/** What fills and fees of the symbol have moved. */
	public BigDecimal cash(String symbol) {
		BigDecimal cash = BigDecimal.ZERO;
		for (Entry entry : activities) {
			if (entry.order().symbol.equals(symbol)) {
				cash = cash.add(switch (entry.message()) {
					case OrderUpdated told when told.execution() instanceof Execution fill ->
						entry.order().buy ? fill.quantity().multiply(fill.price()).negate() : fill.quantity().multiply(fill.price());
					case OrderUpdated _ -> BigDecimal.ZERO;
					case CashMoved moved -> moved.amount();
				});
			}
		}
		return cash;
	}

	/** What the venue answers to a new order. */
	sealed interface Placing {

		record Done(ModelOrder order) implements Placing {
		}

		record No(int status, int code, String message) implements Placing {
		}
	}

	/** @param found by then at the latest, by its client order id */
	Placing place(JsonNode body, Instant found) {
		String clientId = body.path("client_order_id").asString();
		boolean used = orders.stream().anyMatch(it -> it.clientId.equals(clientId) && (dialect == Dialect.ALPACA || it.isOpen()));
		if (used) {
			return new Placing.No(422, 40010001, "client_order_id must be unique");
		}
		String symbol = body.path("symbol").asString();
		boolean buy = body.path("side").asString().equals("buy");
		BigDecimal notional = body.hasNonNull("notional") ? new BigDecimal(body.path("notional").asString()) : null;
		BigDecimal quantity = notional == null ? new BigDecimal(body.path("qty").asString()) : notional;
		if (!buy && quantity.compareTo(available(symbol)) > 0) {
			return new Placing.No(403, 40310000, "insufficient qty available for order");
		}
		boolean lags = dialect == Dialect.BINANCE && luck.percent(50) && found.isAfter(clock.instant());
		Duration lag = lags ? luck.upTo(Duration.between(clock.instant(), found)) : Duration.ZERO;
		boolean oco = body.path("order_class").asString("").equals("oco");
		ModelOrder order = new ModelOrder(next("o"), clientId, symbol, buy, body.path("type").asString(), quantity, notional,
				oco ? body.at("/take_profit/limit_price").asString() : text(body, "limit_price"), text(body, "stop_price"), now(), clock.instant().plus(lag), null);
		orders.add(order);
		switch (body.path("order_class").asString("")) {
			case "bracket" -> {
				leg(order, "limit", body.at("/take_profit/limit_price").asString(), null);
				leg(order, "stop", null, body.at("/stop_loss/stop_price").asString());
			}
			case "oco" -> leg(order, "stop", null, body.at("/stop_loss/stop_price").asString()).status = "new";
			default -> {
				// It is by itself.
			}
		}
		tell(order, VenueEvent.ACCEPTED);
		order.legs.stream().filter(ModelOrder::isWorking).forEach(it -> tell(it, VenueEvent.ACCEPTED));
		return new Placing.Done(order);
	}

	/** By somebody else. */
	ModelOrder placeByHand(String symbol) {
		ModelOrder order = new ModelOrder(next("h"), "by-hand-" + prefix + numbers, symbol, true, "market", new BigDecimal("2"), null, null, null, now(),
				clock.instant(), null);
		orders.add(order);
		tell(order, VenueEvent.ACCEPTED);
		return order;
	}

	private ModelOrder leg(ModelOrder parent, String type, @Nullable String limit, @Nullable String stop) {
		String id = next("l");
		ModelOrder leg = new ModelOrder(id, "leg-" + id, parent.symbol, !parent.buy, type, parent.quantity, null, limit, stop, now(), clock.instant(), parent);
		parent.legs.add(leg);
		orders.add(leg);
		return leg;
	}

	Optional<ModelOrder> byId(String id) {
		return orders.stream().filter(it -> it.id.equals(id)).findFirst();
	}

	Optional<ModelOrder> byClientId(String id) {
		return orders.stream().filter(it -> it.clientId.equals(id) && !clock.instant().isBefore(it.foundFrom)).findFirst();
	}

	/** False where there is nothing to cancel any more. */
	boolean cancel(ModelOrder order) {
		if (!order.isOpen()) {
			return false;
		}
		end(order, "canceled", VenueEvent.CANCELED);
		return true;
	}

	void expire(ModelOrder order) {
		end(order, "expired", VenueEvent.EXPIRED);
	}

	private void end(ModelOrder order, String status, VenueEvent event) {
		order.status = status;
		tell(order, event);
		endOthers(order);
	}

	/** Legs go with their entry, and one of two that sell the same with the other. */
	private void endOthers(ModelOrder order) {
		ModelOrder head = order.parent == null ? order : order.parent;
		Stream.concat(head.legs.stream(), Stream.of(head)).filter(it -> it != order && it.isOpen()).toList().forEach(it -> {
			it.status = "canceled";
			tell(it, VenueEvent.CANCELED);
		});
	}

	/** The part of a filled bracket's legs goes live with its last fill; one leg's fill ends the other. */
	void fill(ModelOrder order, BigDecimal units, BigDecimal price, BigDecimal fee) {
		order.filled = order.filled.add(units);
		boolean whole = order.open().signum() == 0;
		order.status = whole ? "filled" : "partially_filled";
		Instant at = now();
		var told = new OrderUpdated("paper", whole ? VenueEvent.FILLED : VenueEvent.PARTIALLY_FILLED, order.id, order.clientId, order.symbol,
				order.buy ? Side.BUY : Side.SELL, typeOf(order), order.told(), order.filled, null, new Execution(units, price, order.filled, at), at, "");
		activities.add(new Entry(next("a"), order, told, at));
		stream.accept(told);
		if (fee.signum() > 0) {
			String id = next("a");
			activities.add(new Entry(id, order, new CashMoved("paper", id, "CFEE", order.symbol, "USD", fee.negate(), null, order.id, at, "fee"), at));
		}
		if (!whole) {
			return;
		}
		if (order.buy) {
			order.legs.stream().filter(ModelOrder::isOpen).forEach(it -> {
				it.status = "new";
				tell(it, VenueEvent.ACCEPTED);
			});
		}
		else {
			endOthers(order);
		}
	}

	public BigDecimal held(String symbol) {
		return orders.stream().filter(it -> it.symbol.equals(symbol)).map(it -> it.buy ? it.filled : it.filled.negate()).reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	/** Two orders of one bracket or OCO reserve what they sell once. */
	private BigDecimal available(String symbol) {
		BigDecimal reserved = orders.stream().filter(it -> it.symbol.equals(symbol) && !it.buy && it.isWorking()
				&& !(it.parent != null && (it.type.equals("limit") || !it.parent.buy))).map(ModelOrder::open).reduce(BigDecimal.ZERO, BigDecimal::add);
		return held(symbol).subtract(reserved);
	}

	private void tell(ModelOrder order, VenueEvent event) {
		stream.accept(toldOf(order, event));
	}

	OrderUpdated toldOf(ModelOrder order, VenueEvent event) {
		return new OrderUpdated("paper", event, order.id, order.clientId, order.symbol, order.buy ? Side.BUY : Side.SELL, typeOf(order), order.told(),
				order.filled, null, null, clock.instant(), "");
	}

	private static OrderType typeOf(ModelOrder order) {
		return OrderType.valueOf(order.type.toUpperCase(Locale.ROOT));
	}

	/** Nothing at the venue happens at the same instant. */
	private Instant now() {
		clock.pass(Duration.ofMillis(1));
		return clock.instant();
	}

	private String next(String kind) {
		return "%s-%s-%05d".formatted(prefix, kind, ++numbers);
	}

	private static @Nullable String text(JsonNode body, String field) {
		return body.hasNonNull(field) ? body.path(field).asString() : null;
	}
}
