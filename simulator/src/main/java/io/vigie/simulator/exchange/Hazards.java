package io.vigie.simulator.exchange;

import io.vigie.simulator.fault.Armed;
import io.vigie.simulator.fault.Fault;
import io.vigie.simulator.fault.Firing;
import io.vigie.simulator.fault.Harm;
import io.vigie.simulator.fault.Occasion;
import io.vigie.simulator.fault.OrderHarm;
import io.vigie.simulator.fault.Plan;
import io.vigie.simulator.fault.Site;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** What goes wrong with orders at the venue itself. Part of the venue, so that its journal gives the same again. */
final class Hazards {

	private final List<Firing> firings = new ArrayList<>();
	private final Plan plan;

	Hazards(Collection<Armed> armed) {
		plan = new Plan(armed, firings::add);
	}

	void arm(long seed, List<Fault> faults, Instant at) {
		plan.arm(seed, faults, at);
	}

	void disarm() {
		plan.clear();
	}

	List<Armed> armed() {
		return plan.armed();
	}

	/** What struck since the last call. */
	List<Firing> takeFirings() {
		List<Firing> taken = List.copyOf(firings);
		firings.clear();
		return taken;
	}

	/** @throws Refused where the order, which would be taken otherwise, is not */
	void refuse(Terms terms, String clientOrderId, boolean stop, Account account, Instant at) {
		for (Harm harm : strike(Site.PLACEMENT, terms, clientOrderId, stop, at)) {
			switch (harm) {
				case OrderHarm.InsufficientQty(var claimed) -> {
					BigDecimal available = claimed == null ? BigDecimal.ZERO : claimed;
					BigDecimal owned = account.quantity(terms.symbol());
					throw Refused.insufficient(terms, available, owned, owned.subtract(available).max(BigDecimal.ZERO));
				}
				case OrderHarm.StopRefused(var _, var message) -> throw Refused.invalid(message != null ? message
						: "stop price must be less than current price");
				case OrderHarm.SymbolHalted _ -> throw Refused.invalid("asset \"" + terms.symbol() + "\" is not active");
				default -> { }
			}
		}
	}

	/** Why an order that was taken is rejected after all. */
	Optional<String> rejection(Order order, Instant at) {
		for (Harm harm : strike(Site.LIVE, order.terms(), order.clientOrderId(), order.terms().kind().isStop(), at)) {
			switch (harm) {
				case OrderHarm.OrderRejected(var reason) -> {
					return Optional.of(Objects.requireNonNullElse(reason, "rejected by the exchange"));
				}
				case OrderHarm.StopRefused(var _, var message) -> {
					return Optional.of(Objects.requireNonNullElse(message, "stop order rejected by the exchange"));
				}
				default -> { }
			}
		}
		return Optional.empty();
	}

	/** How much of an execution takes place. */
	BigDecimal allowed(Order order, BigDecimal quantity, BigDecimal lot, Instant at) {
		BigDecimal allowed = quantity;
		for (Harm harm : strike(Site.EXECUTION, order.terms(), order.clientOrderId(), order.terms().kind().isStop(), at)) {
			allowed = switch (harm) {
				case OrderHarm.SymbolHalted _ -> BigDecimal.ZERO;
				case OrderHarm.PartialFills(var largest, var share) -> allowed.min(onLot(largest != null ? largest
						: Objects.requireNonNull(order.terms().quantity()).multiply(Objects.requireNonNull(share)), lot));
				default -> allowed;
			};
		}
		return allowed;
	}

	/** At least one lot: an order that could never fill would be another fault. */
	private static BigDecimal onLot(BigDecimal quantity, BigDecimal lot) {
		return quantity.subtract(quantity.remainder(lot)).max(lot);
	}

	private List<Harm> strike(Site site, Terms terms, String clientOrderId, boolean stop, Instant at) {
		return plan.isEmpty() ? List.of() : plan.strike(Occasion.order(site, terms.symbol(),
				terms.side().name().toLowerCase(Locale.ROOT), terms.kind().wire(), stop, clientOrderId), at);
	}
}
