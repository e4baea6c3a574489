package io.vigie.executor.order;

import io.vigie.engine.ledger.Bookings;
import io.vigie.engine.order.Fill;
import io.vigie.engine.order.OrderEvent;
import io.vigie.engine.order.OrderLife;
import io.vigie.engine.order.OrderState;
import io.vigie.engine.order.Step;
import io.vigie.executor.ledger.Page;
import io.vigie.executor.portfolio.Portfolios;
import io.vigie.executor.venue.Symbols;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that happens to orders and money in one database transaction: gathered, checked against the state machine, and
 * written at once by {@link OrderBook}. Not thread-safe.
 */
final class Changes {

	private final Page page;
	private final Clock clock;
	private final Map<UUID, Order> orders = new LinkedHashMap<>();
	private final Map<String, UUID> byVenueId = new HashMap<>();
	private final Map<String, UUID> byClientId = new HashMap<>();
	private final Map<UUID, @Nullable String> drafts = new LinkedHashMap<>();
	private final Map<UUID, Order> updates = new LinkedHashMap<>();
	private final Map<String, Portfolios.Because> because = new HashMap<>();
	final List<OrderWriter.Stage> stages = new ArrayList<>();
	final List<Trade> trades = new ArrayList<>();
	final List<OrderWriter.Fee> fees = new ArrayList<>();
	final List<Said> said = new ArrayList<>();
	final List<Refusal> refusals = new ArrayList<>();

	Changes(Page page, Collection<Order> known, Clock clock) {
		this.page = page;
		this.clock = clock;
		known.forEach(this::remember);
	}

	Page page() {
		return page;
	}

	Optional<Order> find(@Nullable String venueId, String clientId) {
		UUID id = venueId == null ? null : byVenueId.get(venueId);
		return Optional.ofNullable(orders.get(id == null ? byClientId.get(clientId) : id));
	}

	Order order(UUID id) {
		return Objects.requireNonNull(orders.get(id), "order is not part of this change");
	}

	/** A new order, as far as it has come. */
	void add(Order order, @Nullable String verdict, Instant at) {
		drafts.put(order.id(), verdict);
		remember(order);
		record(order, at, order.chain().causationId());
	}

	/** The venue's id for it, once it is known. */
	void knownAs(UUID id, String venueId) {
		if (!venueId.equals(order(id).venueOrderId())) {
			amend(order(id).knownAs(venueId));
		}
	}

	/** One of two orders that sell the same shrinks at the venue as the other fills: where it has filled whole, that is how much it was for. */
	void shrink(UUID id, OrderState told, BigDecimal filledThere) {
		Order order = order(id);
		boolean whole = told == OrderState.FILLED && !order.life().state().isFinal() && filledThere.signum() > 0;
		if (whole && order.isOneOfTwo() && filledThere.compareTo(order.life().filled()) >= 0 && filledThere.compareTo(order.life().quantity()) < 0) {
			amend(order.resized(filledThere));
		}
	}

	/** Replaces what is stored without being a step of its life. */
	void amend(Order order) {
		remember(order);
		if (!drafts.containsKey(order.id())) {
			updates.put(order.id(), order);
		}
	}

	/**
	 * Applies the event and books what follows from it.
	 *
	 * @param at market time
	 * @param cause the message that told of it
	 */
	Step apply(UUID id, OrderEvent event, Instant at, @Nullable UUID cause) {
		Step step = order(id).life().after(event);
		if (step instanceof Step.Taken(OrderLife next)) {
			Order order = order(id).living(next, clock.instant());
			Trade trade = event instanceof OrderEvent.Filled(Fill fill) ? book(order, fill) : null;
			follow(order, at);
			amend(order);
			if (trade != null) {
				trades.add(trade);
				said.add(new Said(order, trade, at, cause, trade.ledgerSequence()));
			}
			record(order, at, cause);
		}
		if (step instanceof Step.Refused(String reason)) {
			refusals.add(new Refusal(order(id), event, reason));
		}
		return step;
	}

	/** By value, cash goes with the money that is spent: how many units it will buy is not known. */
	private void follow(Order order, Instant at) {
		OrderLife life = order.life();
		BigDecimal notional = order.terms().notional();
		if (life.byValue() && notional != null) {
			page.follow(order.bot(), order.id(), life.fills().value().min(notional), notional, life.isSettled(), at);
		}
		else {
			page.follow(order.bot(), order.id(), life.filled(), life.quantity(), life.isSettled(), at);
		}
	}

	private Trade book(Order order, Fill fill) {
		String symbol = order.terms().symbol();
		BigDecimal before = page.position(order.bot(), symbol).realised();
		var traded = new Bookings.Traded(symbol, Symbols.base(symbol), Symbols.quote(symbol), order.terms().side(), fill.quantity(), fill.price());
		page.book(Bookings.fill(Trade.key(order, fill), order.bot(), traded, words(order, fill), fill.at()), order.id());
		BigDecimal realised = page.position(order.bot(), symbol).realised().subtract(before);
		return new Trade(order, fill, realised, page.sequence(order.bot()));
	}

	static String words(Order order, Fill fill) {
		return order.terms().role() + " " + order.terms().side() + " " + fill.quantity().toPlainString() + " " + order.terms().symbol()
				+ " at " + fill.price().toPlainString();
	}

	private void record(Order order, Instant at, @Nullable UUID cause) {
		stages.add(new OrderWriter.Stage(order, at));
		said.add(new Said(order, null, at, cause, page.sequence(order.bot())));
		because.put(order.bot(), new Portfolios.Because(order.chain().correlationId(), cause));
	}

	private void remember(Order order) {
		orders.put(order.id(), order);
		byClientId.put(order.clientOrderId(), order.id());
		if (order.venueOrderId() != null) {
			byVenueId.put(order.venueOrderId(), order.id());
		}
	}

	List<OrderWriter.Draft> drafts() {
		return drafts.entrySet().stream().map(it -> new OrderWriter.Draft(order(it.getKey()), it.getValue())).toList();
	}

	Collection<Order> updates() {
		return updates.values();
	}

	/** Why a bot's books change, where no order of its own says so. */
	void because(String bot, Portfolios.Because why) {
		because.put(bot, why);
	}

	/** The bots whose books change, each with the last reason. */
	Map<String, Portfolios.Because> changedBots() {
		Map<String, Portfolios.Because> bots = new LinkedHashMap<>();
		page.changed().forEach(bot -> bots.put(bot, because.computeIfAbsent(bot, _ -> Chain.beginning(clock.instant()).because())));
		return bots;
	}

	/** What was told cannot be true together with what is known: somebody must look. */
	record Refusal(Order order, OrderEvent event, String reason) {
	}

	/**
	 * Something to be told to everyone: a trade where there is one, else the order's new state.
	 *
	 * @param sequence of the bot's ledger, this change included
	 */
	record Said(Order order, @Nullable Trade trade, Instant at, @Nullable UUID cause, long sequence) {
	}
}
