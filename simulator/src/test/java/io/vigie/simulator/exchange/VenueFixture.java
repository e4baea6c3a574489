package io.vigie.simulator.exchange;

import io.vigie.engine.market.Side;
import io.vigie.engine.venue.Depth;
import io.vigie.engine.venue.FeeModel;
import io.vigie.engine.venue.OrderMatcher;
import io.vigie.engine.venue.Slippage;
import io.vigie.simulator.recording.Print;
import io.vigie.simulator.recording.Recording;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A venue with 100,000 USD in it, without slippage unless asked for, moved by hand. */
public final class VenueFixture {

	public static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
	public static final String BTC = "BTC/USD";
	public static final String AAPL = "AAPL";

	private final List<MarketEvent> heard = new ArrayList<>();
	private final List<Command> commands = new ArrayList<>();
	private final Exchange exchange;
	private Instant now = START;

	VenueFixture(Exchange exchange) {
		this.exchange = exchange;
	}

	public static VenueFixture open() {
		return open(rules(Depth.UNLIMITED, true));
	}

	public static VenueFixture open(Rules rules) {
		VenueFixture venue = new VenueFixture(Exchange.open("seed", START, List.of(), rules));
		venue.print(BTC, "800");
		venue.print(AAPL, "100");
		venue.heard.clear();
		return venue;
	}

	public static Rules rules(Depth depth, boolean cryptoBrackets) {
		return new Rules(d("100000"), Slippage.NONE, new OrderMatcher(Slippage.NONE, depth),
				new FeeModel.MakerTaker(d("0.0025"), d("0.0025")), FeeModel.FREE, cryptoBrackets);
	}

	public static BigDecimal d(String text) {
		return new BigDecimal(text);
	}

	public static Recording recording(String symbol, String... prices) {
		List<Print> prints = new ArrayList<>();
		for (String price : prices) {
			prints.add(new Print(Duration.ofMinutes(prints.size()), d(price), BigDecimal.ONE));
		}
		return new Recording(Recording.instrument(symbol), symbol, prints, Duration.ofMinutes(prints.size()));
	}

	public Exchange exchange() {
		return exchange;
	}

	public List<Command> commands() {
		return commands;
	}

	/** Events of orders as {@code word side kind}, since the last call. */
	public List<String> heard() {
		List<String> words = heard.stream()
			.filter(MarketEvent.OrderChanged.class::isInstance)
			.map(MarketEvent.OrderChanged.class::cast)
			.map(it -> it.event() + " " + it.order().side() + " " + it.order().terms().kind())
			.toList();
		heard.clear();
		return words;
	}

	public VenueFixture print(String symbol, String price) {
		return print(symbol, price, "1000");
	}

	public VenueFixture print(String symbol, String price, String size) {
		apply(new Command.Inject(next(), List.of(new Command.Injected(symbol, d(price), d(size)))));
		return this;
	}

	public VenueFixture pass(Duration time) {
		now = now.plus(time);
		apply(new Command.Advance(now));
		return this;
	}

	public Order buy(String symbol, String quantity) {
		return place(market(symbol, Side.BUY, quantity));
	}

	public Order sell(String symbol, String quantity) {
		return place(market(symbol, Side.SELL, quantity));
	}

	public Order bracket(String symbol, String quantity, String profit, String stop) {
		return place(market(symbol, Side.BUY, quantity), OrderClass.BRACKET, profit, stop);
	}

	public Order place(Terms terms) {
		return place(terms, OrderClass.SIMPLE, null, null);
	}

	public Order place(Terms terms, OrderClass orderClass, @Nullable String profit, @Nullable String stop) {
		return place(terms, orderClass, profit, stop, null);
	}

	public Order place(Terms terms, OrderClass orderClass, @Nullable String profit, @Nullable String stop, @Nullable String clientOrderId) {
		List<MarketEvent> events = apply(new Command.Place(next(), terms, clientOrderId, orderClass,
				profit == null ? null : d(profit), stop == null ? null : new Command.StopLoss(d(stop), null)));
		return events.stream()
			.filter(MarketEvent.OrderChanged.class::isInstance)
			.map(it -> ((MarketEvent.OrderChanged) it).order())
			.findFirst()
			.orElseThrow();
	}

	public void cancel(Order order) {
		apply(new Command.Cancel(next(), order.id()));
	}

	public Order replace(Order order, @Nullable String quantity, @Nullable String limit, @Nullable String stop) {
		apply(new Command.Replace(next(), order.id(), quantity == null ? null : d(quantity), null,
				limit == null ? null : d(limit), stop == null ? null : d(stop), null, null));
		UUID successor = now(order).replacedBy();
		return exchange.findOrder(Objects.requireNonNull(successor)).orElseThrow();
	}

	/** As it is by now. */
	public Order now(Order order) {
		return exchange.findOrder(order.id()).orElseThrow();
	}

	public Order leg(Order parent, Kind kind) {
		return now(parent).legs().stream()
			.map(it -> exchange.findOrder(it).orElseThrow())
			.filter(it -> it.terms().kind() == kind)
			.findFirst()
			.orElseThrow();
	}

	public static Terms market(String symbol, Side side, String quantity) {
		return terms(symbol, side, quantity, Kind.MARKET, null, null);
	}

	public static Terms limit(String symbol, Side side, String quantity, String price) {
		return terms(symbol, side, quantity, Kind.LIMIT, price, null);
	}

	public static Terms stop(String symbol, Side side, String quantity, String price) {
		return terms(symbol, side, quantity, Kind.STOP, null, price);
	}

	public static Terms terms(String symbol, Side side, @Nullable String quantity, Kind kind, @Nullable String limit, @Nullable String stop) {
		return new Terms(symbol, side, quantity == null ? null : d(quantity), null, kind, TimeInForce.GTC,
				limit == null ? null : d(limit), stop == null ? null : d(stop), null, null, false);
	}

	public static Terms in(TimeInForce timeInForce, Terms it) {
		return new Terms(it.symbol(), it.side(), it.quantity(), it.notional(), it.kind(), timeInForce, it.limitPrice(),
				it.stopPrice(), it.trailPrice(), it.trailPercent(), it.extendedHours());
	}

	public static Terms notional(String symbol, Side side, String notional, TimeInForce timeInForce) {
		return new Terms(symbol, side, null, d(notional), Kind.MARKET, timeInForce, null, null, null, null, false);
	}

	public List<MarketEvent> apply(Command command) {
		commands.add(command);
		List<MarketEvent> events = exchange.apply(command);
		heard.addAll(events);
		return events;
	}

	public Instant next() {
		now = now.plusMillis(100);
		return now;
	}
}
