package io.vigie.executor.protect;

import io.vigie.common.bot.Bot;
import io.vigie.common.bot.Bots;
import io.vigie.common.bot.RiskLimits;
import io.vigie.engine.order.OrderRole;
import io.vigie.engine.order.OrderState;
import io.vigie.executor.ledger.Books;
import io.vigie.executor.order.Order;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where a position's stop has to be, and its target. */
@Component
class Levels {

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
	private static final BigDecimal USUAL_STOP = BigDecimal.TWO;
	private static final BigDecimal USUAL_TARGET = BigDecimal.valueOf(4);

	private final Books books;
	private final Bots bots;

	Levels(Books books, Bots bots) {
		this.books = books;
		this.bots = bots;
	}

	/** Where it stood last, else where risk wanted it, else where risk would want it. */
	BigDecimal stop(Cover cover, @Nullable Order entry, List<Order> followers) {
		Optional<BigDecimal> stood = followers.stream().filter(it -> it.is(OrderRole.STOP_LOSS) && it.life().state() != OrderState.REJECTED)
			.map(it -> it.terms().stopPrice()).filter(Objects::nonNull).reduce((_, later) -> later);
		return stood.or(() -> wanted(entry, entry == null ? null : entry.terms().stopLoss())).map(it -> asOfNow(cover, entry, it))
			.orElseGet(() -> off(cover, limits(cover).map(RiskLimits::stopLoss).orElse(USUAL_STOP).negate()));
	}

	/** None where nobody knows what it was bought for. */
	@Nullable BigDecimal target(Cover cover, @Nullable Order entry) {
		if (entry == null || entry.terms().takeProfit() == null) {
			return null;
		}
		return wanted(entry, entry.terms().takeProfit()).map(it -> asOfNow(cover, entry, it))
			.orElseGet(() -> off(cover, limits(cover).map(RiskLimits::takeProfit).orElse(USUAL_TARGET)));
	}

	/** An entry that trailed the price may have bought anywhere below where risk reckoned with it. */
	private static Optional<BigDecimal> wanted(@Nullable Order entry, @Nullable BigDecimal price) {
		return entry == null || entry.terms().trail() != null ? Optional.empty() : Optional.ofNullable(price);
	}

	/** Prices from before a split mean others now: what was paid for a unit has changed with it. */
	private BigDecimal asOfNow(Cover cover, @Nullable Order entry, BigDecimal then) {
		BigDecimal paidThen = entry == null ? null : entry.life().fills().averagePrice();
		return paidThen == null ? then : OldPrice.asOfNow(then, paidThen, books.position(cover.bot(), cover.symbol()).averagePrice());
	}

	private Optional<RiskLimits> limits(Cover cover) {
		return bots.named(cover.bot()).map(Bot::risk);
	}

	private BigDecimal off(Cover cover, BigDecimal percent) {
		BigDecimal paid = books.position(cover.bot(), cover.symbol()).averagePrice();
		return paid.multiply(HUNDRED.add(percent)).divide(HUNDRED, 2, RoundingMode.UP);
	}
}
