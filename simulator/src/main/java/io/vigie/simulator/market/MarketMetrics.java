package io.vigie.simulator.market;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.simulator.exchange.MarketEvent;
import java.util.List;
import org.springframework.stereotype.Component;

/** Counts prints and what happens to orders, by Alpaca's word for it. */
@Component
class MarketMetrics {

	private final MeterRegistry registry;
	private final Counter prints;

	MarketMetrics(Market market, MeterRegistry registry) {
		this.registry = registry;
		this.prints = Counter.builder("simulator.prints").description("Trades printed").register(registry);
		market.listen(this::on);
	}

	private void on(List<MarketEvent> events) {
		for (MarketEvent event : events) {
			switch (event) {
				case MarketEvent.Printed _ -> prints.increment();
				case MarketEvent.OrderChanged changed -> registry.counter("simulator.order.events", "event", changed.event()).increment();
				case MarketEvent.BarClosed _ -> { }
			}
		}
	}
}
