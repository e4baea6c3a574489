package io.vigie.simulator.exchange;

import io.vigie.engine.market.Instrument;
import io.vigie.engine.market.Tick;
import io.vigie.engine.market.Timeframe;
import io.vigie.simulator.fault.Armed;
import io.vigie.simulator.fault.Firing;
import io.vigie.simulator.recording.Recording;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The venue: applies commands, says what happened. Not thread-safe; the owner serialises access. A command either
 * happens whole or is {@link Refused} and changes nothing but the time.
 */
public final class Exchange {

	private final Replay replay;
	private final Map<String, Tape> tapes = new LinkedHashMap<>();
	private final Book book;
	private final Account account;
	private final History history;
	private final Clearing clearing;
	private final Hazards hazards;
	private final Admission admission;
	private final Desk desk;
	private final Treasury treasury;
	private final Rules rules;
	private final Ids ids;
	private final String seed;
	private final Instant start;
	private Instant now;

	private Exchange(ExchangeState state, Collection<Recording> recordings, Rules rules) {
		this.rules = rules;
		this.seed = state.seed();
		this.start = state.start();
		this.now = state.now();
		this.ids = new Ids(seed, state.ids());
		this.replay = new Replay(start, recordings, state.cursors());
		state.tapes().forEach(it -> tapes.put(it.instrument().symbol(), Tape.of(it, rules.spread())));
		recordings.forEach(it -> tapes.computeIfAbsent(it.symbol(), _ -> new Tape(it.instrument(), it.description(), rules.spread())));
		this.book = new Book(state.orders());
		this.account = new Account(state.cash(), state.positions());
		this.history = new History(state.activities(), state.lastEquity());
		this.hazards = new Hazards(state.hazards());
		this.clearing = new Clearing(rules, ids, book, account, history, hazards);
		this.admission = new Admission(rules, book, account, tapes, hazards, state.dialect());
		this.desk = new Desk(admission, clearing, ids, book, tapes);
		this.treasury = new Treasury(ids, book, account, history, clearing, state.splits());
	}

	/** A venue as it was, over the same recordings and rules. */
	public static Exchange resume(ExchangeState state, Collection<Recording> recordings, Rules rules) {
		return new Exchange(state, recordings, rules);
	}

	/** A venue on its first morning: no orders, the starting cash, and the recordings' history already printed. */
	public static Exchange open(String seed, Instant start, Collection<Recording> recordings, Rules rules) {
		Instant beginning = Replay.beginning(start, recordings).minusNanos(1);
		Exchange exchange = new Exchange(ExchangeState.empty(seed, start, beginning, rules.startingCash()), recordings, rules);
		exchange.apply(new Command.Advance(start.minusNanos(1)));
		return exchange;
	}

	/** @throws Refused where the venue says no */
	public List<MarketEvent> apply(Command command) {
		List<MarketEvent> events = new ArrayList<>();
		advance(command.at(), events);
		switch (command) {
			case Command.Advance _ -> { }
			case Command.Inject inject -> inject.ticks().forEach(it -> print(tape(it.symbol()), now, it.price(), it.size(), events));
			case Command.Place place -> desk.place(place, events);
			case Command.Cancel cancel -> desk.cancel(cancel, events);
			case Command.Replace replace -> desk.replace(replace, events);
			case Command.Arm arm -> hazards.arm(arm.seed(), arm.faults(), arm.at());
			case Command.Disarm _ -> hazards.disarm();
			case Command.Speak speak -> admission.speak(speak.dialect());
			case Command.Move move -> treasury.move(move);
			case Command.Split split -> split(split, events);
		}
		return events;
	}

	public Instant now() {
		return now;
	}

	/** When the recordings print next. */
	public Optional<Instant> nextPrintAt() {
		return replay.nextAt();
	}

	public Instant start() {
		return start;
	}

	public Optional<Tape> findTape(String symbol) {
		return Optional.ofNullable(tapes.get(symbol));
	}

	/** By symbol, with or without the slash of a pair, or by asset id. */
	public Optional<Tape> resolve(String name) {
		return findTape(name).or(() -> tapes.values().stream()
			.filter(it -> it.instrument().symbol().replace("/", "").equals(name) || assetId(it.instrument().symbol()).toString().equals(name))
			.findFirst());
	}

	public static UUID assetId(String symbol) {
		return UUID.nameUUIDFromBytes(("asset/" + symbol).getBytes(StandardCharsets.UTF_8));
	}

	public Collection<Tape> tapes() {
		return tapes.values();
	}

	public Optional<Order> findOrder(UUID id) {
		return book.find(id);
	}

	public Optional<Order> findOrder(String clientOrderId) {
		return book.findByClientOrderId(clientOrderId);
	}

	public Collection<Order> orders() {
		return book.all();
	}

	public List<Order> openOrders() {
		return book.open();
	}

	public Collection<Position> positions() {
		return account.positions();
	}

	public Optional<Position> findPosition(String symbol) {
		return account.position(symbol);
	}

	/** What of a position no open order has laid claim to. */
	public BigDecimal available(String symbol) {
		return account.quantity(symbol).subtract(book.reservedQuantity(symbol));
	}

	public List<Activity> activities() {
		return history.activities();
	}

	public BigDecimal cash() {
		return account.cash();
	}

	/** Cash that no open order has laid claim to. */
	public BigDecimal buyingPower() {
		return account.cash().subtract(book.reservedCash()).max(BigDecimal.ZERO);
	}

	public BigDecimal positionsValue() {
		return account.positions().stream()
			.map(it -> it.quantity().multiply(tape(it.symbol()).last().map(Tick::price).orElse(BigDecimal.ZERO)))
			.reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	/** Equity when the last day ended. */
	public BigDecimal lastEquity() {
		return history.lastEquity();
	}

	public Optional<Long> pass(String symbol) {
		return replay.cursor(symbol).map(Replay.Cursor::pass);
	}

	public Optional<Integer> position(String symbol) {
		return replay.cursor(symbol).map(Replay.Cursor::index);
	}

	/** What goes wrong with orders at the venue itself, and what it has come to. */
	public List<Armed> hazards() {
		return hazards.armed();
	}

	/** Which hazards struck since the last call. */
	public List<Firing> takeFirings() {
		return hazards.takeFirings();
	}

	public Dialect dialect() {
		return admission.dialect();
	}

	public ExchangeState state() {
		return new ExchangeState(seed, start, now, ids.count(), account.cash(), List.copyOf(account.positions()),
				List.copyOf(book.all()), List.copyOf(history.activities()), history.lastEquity(),
				List.copyOf(replay.cursors()), tapes.values().stream().map(it -> it.state(ExchangeState.PRINTS_KEPT)).toList(),
				hazards.armed(), admission.dialect(), List.copyOf(treasury.splits()));
	}

	private void advance(Instant to, List<MarketEvent> events) {
		for (Instant midnight = midnightAfter(now); !midnight.isAfter(to); midnight = midnightAfter(midnight)) {
			playUntil(midnight.minusNanos(1), events);
			tapes.values().forEach(tape -> tape.last().ifPresent(last -> clearing.closeDay(tape.instrument(),
					new Tick(last.symbol(), last.sequence(), now, last.price(), last.size()), events)));
			playUntil(midnight, events);
			history.dayEnded(account.cash().add(positionsValue()));
			clearing.expireBefore(midnight, now, events);
		}
		playUntil(to, events);
	}

	private void playUntil(Instant to, List<MarketEvent> events) {
		for (Optional<Replay.Due> due = replay.next(to); due.isPresent(); due = replay.next(to)) {
			Replay.Due it = due.get();
			Tape tape = tape(it.recording().symbol());
			print(tape, it.at(), treasury.price(tape.instrument(), it.print().price()),
					treasury.size(tape.instrument().symbol(), it.print().size()), events);
		}
		now = to.isAfter(now) ? to : now;
		tapes.values().forEach(it -> it.close(now, events));
	}

	private static Instant midnightAfter(Instant at) {
		return Timeframe.D1.floor(at).plus(Timeframe.D1.duration());
	}

	private void print(Tape tape, Instant at, BigDecimal price, BigDecimal size, List<MarketEvent> events) {
		Tick tick = tape.print(at, price, size, events);
		events.add(new MarketEvent.Printed(tick, tape.quote(tick)));
		clearing.match(tape.instrument(), tick, events);
	}

	/** The market hears of it by a print at the new price, of nothing. */
	private void split(Command.Split split, List<MarketEvent> events) {
		Tape tape = findTape(split.symbol()).orElseThrow(() -> Refused.notFound("asset not found for " + split.symbol()));
		Tick last = tape.last().orElseThrow(() -> Refused.invalid("no market price for " + split.symbol() + " yet"));
		treasury.split(split, tape.instrument(), last.price(), events);
		BigDecimal price = last.price().multiply(split.from()).divide(split.to(), MathContext.DECIMAL128);
		print(tape, now, price.setScale(tape.instrument().tickSize().scale(), RoundingMode.HALF_EVEN).max(tape.instrument().tickSize()),
				BigDecimal.ZERO, events);
	}

	private Tape tape(String symbol) {
		return tapes.computeIfAbsent(symbol, it -> {
			Instrument instrument = Recording.instrument(it);
			return new Tape(instrument, it + " (synthetic, injected)", rules.spread());
		});
	}
}
