package io.vigie.simulator.trading;

import io.vigie.engine.market.AssetClass;
import io.vigie.engine.market.Instrument;
import io.vigie.engine.market.Side;
import io.vigie.simulator.exchange.Command;
import io.vigie.simulator.exchange.Exchange;
import io.vigie.simulator.exchange.Kind;
import io.vigie.simulator.exchange.MarketEvent;
import io.vigie.simulator.exchange.Order;
import io.vigie.simulator.exchange.OrderClass;
import io.vigie.simulator.exchange.Position;
import io.vigie.simulator.exchange.Refused;
import io.vigie.simulator.exchange.Terms;
import io.vigie.simulator.exchange.TimeInForce;
import io.vigie.simulator.market.Market;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /v2/positions}: what the account owns; closing is an order to sell at market. */
@RestController
class PositionController {

	private final Market market;

	PositionController(Market market) {
		this.market = market;
	}

	@GetMapping("/v2/positions")
	List<PositionView> list() {
		return market.read(exchange -> exchange.positions().stream().map(it -> PositionView.of(exchange, it)).toList());
	}

	@GetMapping({ "/v2/positions/{symbol}", "/v2/positions/{symbol}/{quote}" })
	PositionView get(@PathVariable String symbol, @PathVariable(required = false) @Nullable String quote) {
		return market.read(exchange -> PositionView.of(exchange, find(exchange, name(symbol, quote))));
	}

	@DeleteMapping({ "/v2/positions/{symbol}", "/v2/positions/{symbol}/{quote}" })
	OrderView close(@PathVariable String symbol, @PathVariable(required = false) @Nullable String quote,
			@RequestParam(required = false) @Nullable BigDecimal qty, @RequestParam(required = false) @Nullable BigDecimal percentage) {
		Position position = market.read(it -> find(it, name(symbol, quote)));
		BigDecimal share = percentage == null ? position.quantity()
				: instrument(position).onLot(position.quantity().multiply(percentage).movePointLeft(2));
		return sell(position, qty == null ? share : qty);
	}

	@DeleteMapping("/v2/positions")
	ResponseEntity<List<Closed>> closeAll(@RequestParam(name = "cancel_orders", defaultValue = "false") boolean cancelOrders) {
		if (cancelOrders) {
			market.read(Exchange::openOrders).forEach(this::cancel);
		}
		List<Closed> closed = new ArrayList<>();
		for (Position position : market.read(it -> List.copyOf(it.positions()))) {
			try {
				closed.add(new Closed(position.symbol(), HttpStatus.OK.value(), sell(position, position.quantity())));
			}
			catch (Refused e) {
				closed.add(new Closed(position.symbol(), e.status(), String.valueOf(e.getMessage())));
			}
		}
		return ResponseEntity.status(HttpStatus.MULTI_STATUS).body(closed);
	}

	private OrderView sell(Position position, BigDecimal quantity) {
		TimeInForce timeInForce = instrument(position).assetClass() == AssetClass.CRYPTO ? TimeInForce.GTC : TimeInForce.DAY;
		Terms terms = new Terms(position.symbol(), Side.SELL, quantity, null, Kind.MARKET, timeInForce, null, null, null, null, false);
		return market.submitThen((Instant at) -> new Command.Place(at, terms, null, OrderClass.SIMPLE, null, null),
				(exchange, events) -> events.stream()
					.filter(MarketEvent.OrderChanged.class::isInstance)
					.map(it -> OrderView.pending(((MarketEvent.OrderChanged) it).order(), id -> exchange.findOrder(id).orElseThrow()))
					.findFirst()
					.orElseThrow());
	}

	private void cancel(Order order) {
		try {
			market.submit(at -> new Command.Cancel(at, order.id()));
		}
		catch (Refused _) {
			// its sibling took it along
		}
	}

	private Instrument instrument(Position position) {
		return market.read(it -> it.findTape(position.symbol()).orElseThrow().instrument());
	}

	private static Position find(Exchange exchange, String name) {
		return exchange.resolve(name)
			.flatMap(it -> exchange.findPosition(it.instrument().symbol()))
			.orElseThrow(() -> Refused.notFound("position does not exist"));
	}

	private static String name(String symbol, @Nullable String quote) {
		return quote == null ? symbol : symbol + "/" + quote;
	}

	record Closed(String symbol, int status, Object body) {
	}
}
