package io.vigie.executor.price;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The last price of every symbol seen. For showing what a position is worth, never for booking. */
@Component
public class LastPrices {

	private final Map<String, BigDecimal> prices = new ConcurrentHashMap<>();

	public void saw(String symbol, BigDecimal price) {
		prices.put(symbol, price);
	}

	public Optional<BigDecimal> of(String symbol) {
		return Optional.ofNullable(prices.get(symbol));
	}
}
