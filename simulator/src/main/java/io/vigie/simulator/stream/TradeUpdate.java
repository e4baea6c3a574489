package io.vigie.simulator.stream;

import static io.vigie.simulator.exchange.Decimals.optionalText;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vigie.engine.venue.Execution;
import io.vigie.simulator.exchange.MarketEvent;
import io.vigie.simulator.trading.OrderView;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event of an order as Alpaca tells it: price and quantities only with fills, the order always. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TradeUpdate(String event, UUID executionId, Instant at, Instant timestamp, @Nullable String price, @Nullable String qty,
		@Nullable String positionQty, @Nullable String reason, @JsonInclude(JsonInclude.Include.ALWAYS) OrderView order) {

	static TradeUpdate of(MarketEvent.OrderChanged changed) {
		Execution execution = changed.execution();
		return new TradeUpdate(changed.event(), changed.executionId(), changed.at(), changed.at(),
				execution == null ? null : optionalText(execution.price()),
				execution == null ? null : optionalText(execution.quantity()), optionalText(changed.positionQuantity()), changed.reason(),
				OrderView.flat(changed.order()));
	}
}
