package io.vigie.engine.fusion;

import io.vigie.engine.strategy.Action;
import java.math.BigDecimal;

/**
 * What a vote came to.
 *
 * @param action {@code HOLD} where nobody voted, too few did, or the sides weigh the same
 * @param confidence that the price goes that way, from 0 to 1; zero for {@code HOLD}
 * @param buying weight of the votes to buy
 * @param closing weight of the votes to close
 * @param votes cast, abstentions left out
 */
public record Verdict(Action action, BigDecimal confidence, BigDecimal buying, BigDecimal closing, int votes) {
}
