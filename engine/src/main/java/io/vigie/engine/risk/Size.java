package io.vigie.engine.risk;

import java.math.BigDecimal;

/**
 * How much a policy means to buy, before cash and limits have their say.
 *
 * @param notional in quote currency; zero where the policy would rather not
 * @param stopDistance how far below the price the stop goes, in quote currency
 * @param words how it came about
 */
record Size(BigDecimal notional, BigDecimal stopDistance, String words) {
}
