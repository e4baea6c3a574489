package io.vigie.executor.protect;

import io.vigie.common.message.Ids;
import io.vigie.engine.order.OrderRole;
import io.vigie.executor.block.EntryBlocks;
import io.vigie.executor.ledger.Books;
import io.vigie.executor.order.Drops;
import io.vigie.executor.order.Order;
import io.vigie.executor.order.Orders;
import io.vigie.executor.order.OwnOrders;
import io.vigie.executor.order.Settlement;
import io.vigie.executor.price.LastPrices;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks at every position again and again and does what its {@link Situation} asks for. It remembers nothing it could not do
 * without: what is stored and what the venue says decides, so after a restart it goes on where it was.
 */
@Component
@EnableConfigurationProperties(ProtectionSettings.class)
class Guard {

	private static final Logger log = LoggerFactory.getLogger(Guard.class);

	private final Covers covers;
	private final BareTime bareTime;
	private final Orders orders;
	private final OwnOrders own;
	private final Books books;
	private final Levels levels;
	private final LastPrices prices;
	private final Raising raising;
	private final Drops drops;
	private final Settlement settlement;
	private final EntryBlocks blocks;
	private final Words words;
	private final ProtectionSettings settings;
	private final Clock clock;

	Guard(Covers covers, BareTime bareTime, Orders orders, OwnOrders own, Books books, Levels levels, LastPrices prices, Raising raising, Drops drops,
			Settlement settlement, EntryBlocks blocks, Words words, ProtectionSettings settings, Clock clock) {
		this.covers = covers;
		this.bareTime = bareTime;
		this.orders = orders;
		this.own = own;
		this.books = books;
		this.levels = levels;
		this.prices = prices;
		this.raising = raising;
		this.drops = drops;
		this.settlement = settlement;
		this.blocks = blocks;
		this.words = words;
		this.settings = settings;
		this.clock = clock;
	}

	@Scheduled(fixedDelayString = "${vigie.executor.protection.every}")
	void look() {
		if (!settlement.hasBegun()) {
			return;
		}
		try {
			List<Cover> positions = covers.all();
			bareTime.look(positions);
			boolean closing = blocks.now().filter(it -> it.contains(EntryBlocks.EMERGENCY)).isPresent();
			positions.stream().filter(it -> needsLooking(it) && !(closing && bareTime.of(it.lane()).compareTo(settings.within()) < 0))
				.forEach(it -> attend(it, null));
			covers.orphans().forEach(id -> orders.one(id).ifPresent(it -> cancel(it, "it protects nothing any more", () -> {
			})));
		}
		catch (DataAccessException e) {
			log.atWarn().addKeyValue("cause", String.valueOf(e.getMessage())).log("Protection can't be looked after now");
		}
	}

	/** With legs at the venue for all of it and no trail, the venue does it all. */
	private boolean needsLooking(Cover cover) {
		return !cover.isExact() || cover.own() || settings.raises();
	}

	private void attend(Cover cover, @Nullable BigDecimal raised) {
		Order entry = orders.lastEntry(cover.bot(), cover.symbol()).orElse(null);
		List<Order> followers = entry == null ? List.of() : orders.after(entry);
		BigDecimal level = raised == null ? levels.stop(cover, entry, followers) : raised;
		BigDecimal target = levels.target(cover, entry);
		var situation = new Situation(cover.held(), orders.open(cover.bot(), cover.symbol()), entry, followers, drops.among(followers), level, target,
				prices.of(cover.symbol()).orElse(null), bareTime.of(cover.lane()), clock.instant(), settings);
		act(cover, situation, situation.plan());
	}

	private void act(Cover cover, Situation situation, Plan plan) {
		switch (plan) {
			case Plan.Keep() -> raising.of(cover, situation).ifPresent(it -> act(cover, situation, it));
			case Plan.Await(String what) -> words.waiting(cover, what, bareTime.of(cover.lane()));
			case Plan.Ask(Order order) -> own.settle(List.of(order), Duration.ZERO);
			case Plan.Cancel(Order order, String why) -> cancel(order, why, () -> again(cover.lane(), null));
			case Plan.Place(BigDecimal quantity, BigDecimal price) -> place(cover, situation, quantity, price);
			case Plan.Raise(Order stop, BigDecimal price) -> raise(cover, situation, stop, price);
			case Plan.Close(String why) -> close(cover, situation, why);
		}
	}

	private void again(Cover.Lane lane, @Nullable BigDecimal raised) {
		covers.of(lane).ifPresent(it -> attend(it, raised));
	}

	private void cancel(Order order, String why, Runnable then) {
		words.cancelling(order, why);
		own.cancel(order, then);
	}

	private void place(Cover cover, Situation situation, BigDecimal quantity, BigDecimal price) {
		Order entry = situation.entry();
		if (entry == null) {
			close(cover, situation, "nobody knows where its stop should be");
			return;
		}
		long attempt = situation.followers().stream().filter(it -> it.is(OrderRole.STOP_LOSS)).count();
		if (own.protect(Ids.named("stop", entry.id(), attempt), entry, quantity, price, "the executor protects what the venue does not")) {
			words.placed(cover, quantity, price);
		}
	}

	/** A leg of the venue's is moved in one step; one of our own is cancelled and placed again at once. */
	private void raise(Cover cover, Situation situation, Order stop, BigDecimal price) {
		words.raising(cover, stop, price);
		Order entry = situation.entry();
		if (stop.isOwn()) {
			own.cancel(stop, () -> again(cover.lane(), price));
		}
		else if (entry != null && entry.id().equals(stop.parentId())) {
			own.move(stop, entry, price);
		}
	}

	private void close(Cover cover, Situation situation, String why) {
		long attempt = situation.followers().stream().filter(it -> it.is(OrderRole.EXIT)).count();
		Object from = situation.entry() == null ? books.position(cover.bot(), cover.symbol()).cost() : situation.entry().id();
		if (own.close(Ids.named("unprotected", cover.bot(), cover.symbol(), from, attempt), cover.bot(), cover.symbol(), why)) {
			words.closing(cover, why, bareTime.of(cover.lane()));
		}
	}
}
