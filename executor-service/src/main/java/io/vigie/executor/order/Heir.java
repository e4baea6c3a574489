package io.vigie.executor.order;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the venue says, when asked, of an order that took another's place.
 *
 * @param of the venue's id of the order in our books at the beginning of its line; none where it comes from none of ours
 * @param limitPrice nothing where it has none, or it is not told
 * @param stopPrice nothing where it has none, or it is not told
 */
record Heir(@Nullable String of, @Nullable BigDecimal limitPrice, @Nullable BigDecimal stopPrice) {
}
