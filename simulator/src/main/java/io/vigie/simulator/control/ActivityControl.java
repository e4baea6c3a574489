package io.vigie.simulator.control;

import io.vigie.engine.market.AssetClass;
import io.vigie.simulator.exchange.Command;
import io.vigie.simulator.exchange.Exchange;
import io.vigie.simulator.exchange.Order;
import io.vigie.simulator.exchange.Position;
import io.vigie.simulator.exchange.Refused;
import io.vigie.simulator.exchange.Tape;
import io.vigie.simulator.market.Market;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code /simulator/activities}: what happens to an account without its doing. */
@RestController
class ActivityControl {

	private static final Pattern RATIO = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,6})?):(\\d{1,6}(?:\\.\\d{1,6})?)");
	private static final int MOST_DIGITS = 24;

	private final Market market;

	ActivityControl(Market market) {
		this.market = market;
	}

	@PostMapping("/simulator/activities")
	Map<String, String> happen(@RequestBody NewActivity activity) {
		boolean recorded = !Boolean.FALSE.equals(activity.recorded);
		BigDecimal before = market.read(Exchange::cash);
		Function<Instant, Command> command = switch (activity.type) {
			case "dividend" -> dividend(activity, recorded);
			case "split" -> split(activity, recorded);
			case "interest" -> move(activity, "INT", amount(activity), "Interest", recorded);
			case "transfer" -> move(activity, amount(activity).signum() > 0 ? "CSD" : "CSW", amount(activity), "Cash transfer", recorded);
			case "journal" -> move(activity, "JNLC", amount(activity), "Cash journal", recorded);
			case "fee" -> fee(activity, recorded);
			case null, default -> throw Refused.invalid("type must be dividend, split, interest, transfer, journal or fee");
		};
		return market.submitThen(command, (exchange, _) -> Map.of("cash_before", before.toPlainString(), "cash", exchange.cash().toPlainString()));
	}

	private Function<Instant, Command> dividend(NewActivity activity, boolean recorded) {
		Tape tape = tape(activity);
		BigDecimal perShare = activity.perShare;
		if (perShare == null || perShare.signum() <= 0 || perShare.precision() > MOST_DIGITS) {
			throw Refused.invalid("per_share must be above 0");
		}
		BigDecimal quantity = market.read(it -> it.findPosition(tape.instrument().symbol())).map(Position::quantity)
			.orElseThrow(() -> Refused.invalid("nobody holds " + activity.symbol));
		return at -> new Command.Move(at, "DIV", quantity.multiply(perShare), tape.instrument().symbol(), quantity, perShare, null,
				activity.date, "Cash dividend of " + tape.instrument().symbol(), recorded);
	}

	private Function<Instant, Command> split(NewActivity activity, boolean recorded) {
		Tape tape = tape(activity);
		Matcher ratio = RATIO.matcher(activity.ratio == null ? "" : activity.ratio);
		if (!ratio.matches() || new BigDecimal(ratio.group(1)).signum() == 0 || new BigDecimal(ratio.group(2)).signum() == 0) {
			throw Refused.invalid("ratio must look like 4:1, new shares to old ones");
		}
		return at -> new Command.Split(at, tape.instrument().symbol(), new BigDecimal(ratio.group(1)), new BigDecimal(ratio.group(2)),
				recorded);
	}

	/** For a trade where an order is named, else for the account. */
	private Function<Instant, Command> fee(NewActivity activity, boolean recorded) {
		BigDecimal amount = amount(activity);
		if (amount.signum() < 0) {
			throw Refused.invalid("amount of a fee must be above 0");
		}
		UUID id = activity.orderId;
		Optional<Order> order = id == null ? Optional.empty() : market.read(it -> it.findOrder(id));
		if (id != null && order.isEmpty()) {
			throw Refused.notFound("order not found for " + id);
		}
		String symbol = order.map(Order::symbol).orElse(activity.symbol == null ? null : tape(activity).instrument().symbol());
		boolean crypto = symbol != null && market.read(it -> it.findTape(symbol)).filter(it -> it.instrument().assetClass()
			== AssetClass.CRYPTO).isPresent();
		return at -> new Command.Move(at, crypto ? "CFEE" : "FEE", amount.negate(), symbol, null, null, id, activity.date, "Late fee", recorded);
	}

	private Function<Instant, Command> move(NewActivity activity, String type, BigDecimal amount, String what, boolean recorded) {
		return at -> new Command.Move(at, type, amount, null, null, null, null, activity.date, what, recorded);
	}

	private Tape tape(NewActivity activity) {
		String symbol = activity.symbol == null ? "" : activity.symbol;
		return market.read(it -> it.resolve(symbol)).orElseThrow(() -> Refused.notFound("asset not found for " + symbol));
	}

	private static BigDecimal amount(NewActivity activity) {
		BigDecimal amount = activity.amount;
		if (amount == null || amount.signum() == 0 || amount.precision() > MOST_DIGITS || Math.abs(amount.scale()) > MOST_DIGITS) {
			throw Refused.invalid("amount must be a decimal other than 0");
		}
		return amount;
	}

	/**
	 * @param ratio new shares to old ones, {@code 4:1}
	 * @param date that the entry bears, today unless told otherwise
	 * @param recorded whether the account's history says so; {@code false} leaves a difference nobody can explain
	 */
	record NewActivity(@Nullable String type, @Nullable String symbol, @Nullable BigDecimal amount, @Nullable BigDecimal perShare,
			@Nullable String ratio, @Nullable UUID orderId, @Nullable LocalDate date, @Nullable Boolean recorded) {
	}
}
