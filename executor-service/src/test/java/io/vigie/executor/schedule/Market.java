package io.vigie.executor.schedule;

import java.math.BigDecimal;
import java.util.List;

/** What happens at the venue without our doing. */
public final class Market {

	private static final BigDecimal PRICE = new BigDecimal("10");

	private final World world;
	private final String symbol;

	public Market(World world, String symbol) {
		this.world = world;
		this.symbol = symbol;
	}

	public boolean isMoving() {
		return world.venue.orders.stream().anyMatch(ModelOrder::isWorking);
	}

	public void move() {
		if (world.suffers(Fault.PLACED_BY_HAND, 4)) {
			world.venue.placeByHand("H" + symbol);
		}
		List<ModelOrder> working = world.venue.orders.stream().filter(ModelOrder::isWorking).toList();
		if (working.isEmpty()) {
			return;
		}
		ModelOrder order = world.luck.oneOf(working);
		if (world.suffers(Fault.ENDED_BY_VENUE, 8)) {
			world.trace("venue ends " + order.id);
			if (world.luck.percent(50)) {
				world.venue.expire(order);
			}
			else {
				world.venue.cancel(order);
			}
		}
		else if (order.parent == null || world.luck.percent(30)) {
			fill(order);
		}
	}

	private void fill(ModelOrder order) {
		BigDecimal price = order.sizedAt(order.buy ? PRICE.subtract(new BigDecimal(world.luck.between(0, 5)).movePointLeft(1))
				: PRICE.add(new BigDecimal(world.luck.between(-10, 10)).movePointLeft(1)));
		boolean part = order.open().compareTo(BigDecimal.ONE) > 0 && world.suffers(Fault.PARTIAL_FILL, 30);
		BigDecimal units = part ? new BigDecimal(world.luck.between(1, order.open().intValue() - 1)) : order.open();
		if (!order.buy) {
			units = units.min(world.venue.held(order.symbol));
		}
		if (units.signum() <= 0) {
			return;
		}
		world.trace("fill " + units + " of " + order.id + " at " + price);
		world.venue.fill(order, units, price, world.luck.percent(50) ? units.multiply(price).multiply(new BigDecimal("0.001")) : BigDecimal.ZERO);
	}

	/** Everything that can fill at once does. */
	public void fillAll() {
		world.venue.orders.stream().filter(it -> it.isWorking() && it.parent == null).toList().forEach(this::fill);
	}
}
