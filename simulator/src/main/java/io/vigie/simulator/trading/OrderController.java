package io.vigie.simulator.trading;

import io.vigie.engine.market.Instrument;
import io.vigie.simulator.exchange.Command;
import io.vigie.simulator.exchange.Exchange;
import io.vigie.simulator.exchange.MarketEvent;
import io.vigie.simulator.exchange.Order;
import io.vigie.simulator.exchange.OrderStatus;
import io.vigie.simulator.exchange.Refused;
import io.vigie.simulator.exchange.Tape;
import io.vigie.simulator.market.Market;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** {@code /v2/orders}: place, look up, replace, cancel. */
@RestController
class OrderController {

	private final Market market;

	OrderController(Market market) {
		this.market = market;
	}

	@PostMapping("/v2/orders")
	OrderView place(@RequestBody JsonNode json) {
		OrderBody body = new OrderBody(json);
		Function<String, String> symbols = name -> market.read(it -> it.resolve(name)).map(Tape::instrument)
			.map(Instrument::symbol).orElse(name);
		return market.submitThen(at -> body.toPlace(at, symbols::apply),
				(exchange, events) -> OrderView.pending(placed(events), legs(exchange)));
	}

	@GetMapping("/v2/orders")
	List<OrderView> list(OrderQuery query) {
		return market.read(query::select);
	}

	@GetMapping("/v2/orders/{id}")
	OrderView get(@PathVariable String id, @RequestParam(defaultValue = "false") boolean nested) {
		return market.read(it -> view(it, it.findOrder(uuid(id)).orElseThrow(() -> Refused.notFound("order not found for " + id))));
	}

	@GetMapping("/v2/orders:by_client_order_id")
	OrderView getByClientOrderId(@RequestParam("client_order_id") String clientOrderId) {
		return market.read(it -> view(it, it.findOrder(clientOrderId)
			.orElseThrow(() -> Refused.notFound("order not found for " + clientOrderId))));
	}

	@PatchMapping("/v2/orders/{id}")
	OrderView replace(@PathVariable String id, @RequestBody JsonNode json) {
		UUID order = uuid(id);
		return market.submitThen(at -> new OrderBody(json).toReplace(at, order), (exchange, events) -> {
			UUID successor = exchange.findOrder(order).map(Order::replacedBy).orElseThrow();
			return OrderView.pending(exchange.findOrder(successor).orElseThrow(), legs(exchange));
		});
	}

	@DeleteMapping("/v2/orders/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void cancel(@PathVariable String id) {
		market.submit(at -> new Command.Cancel(at, uuid(id)));
	}

	@DeleteMapping("/v2/orders")
	ResponseEntity<List<Canceled>> cancelAll() {
		List<Canceled> canceled = new ArrayList<>();
		for (Order order : market.read(Exchange::openOrders)) {
			canceled.add(new Canceled(order.id(), cancel(order)));
		}
		return ResponseEntity.status(HttpStatus.MULTI_STATUS).body(canceled);
	}

	private int cancel(Order order) {
		try {
			market.submit(at -> new Command.Cancel(at, order.id()));
		}
		catch (Refused e) {
			return market.read(it -> it.findOrder(order.id())).filter(it -> it.status() == OrderStatus.CANCELED)
				.isPresent() ? HttpStatus.OK.value() : e.status();
		}
		return HttpStatus.OK.value();
	}

	private static OrderView view(Exchange exchange, Order order) {
		return OrderView.nested(order, legs(exchange));
	}

	private static Function<UUID, Order> legs(Exchange exchange) {
		return it -> exchange.findOrder(it).orElseThrow();
	}

	/** The order that a placement is about is the first it speaks of. */
	private static Order placed(List<MarketEvent> events) {
		return events.stream()
			.filter(MarketEvent.OrderChanged.class::isInstance)
			.map(it -> ((MarketEvent.OrderChanged) it).order())
			.findFirst()
			.orElseThrow();
	}

	private static UUID uuid(String text) {
		try {
			return UUID.fromString(text);
		}
		catch (IllegalArgumentException _) {
			throw Refused.notFound("order not found for " + text);
		}
	}

	record Canceled(UUID id, int status) {
	}
}
