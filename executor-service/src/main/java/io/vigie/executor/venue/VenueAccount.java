package io.vigie.executor.venue;

import java.math.BigDecimal;

public record VenueAccount(String currency, BigDecimal cash, BigDecimal buyingPower) {
}
