package io.vigie.simulator.exchange;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.vigie.simulator.fault.Fault;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be done to the venue, each at its market time. The journal is a list of these.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "do")
@JsonSubTypes({ @JsonSubTypes.Type(value = Command.Advance.class, name = "advance"),
		@JsonSubTypes.Type(value = Command.Inject.class, name = "inject"),
		@JsonSubTypes.Type(value = Command.Place.class, name = "place"),
		@JsonSubTypes.Type(value = Command.Cancel.class, name = "cancel"),
		@JsonSubTypes.Type(value = Command.Replace.class, name = "replace"),
		@JsonSubTypes.Type(value = Command.Arm.class, name = "arm"),
		@JsonSubTypes.Type(value = Command.Disarm.class, name = "disarm"),
		@JsonSubTypes.Type(value = Command.Speak.class, name = "speak"),
		@JsonSubTypes.Type(value = Command.Move.class, name = "move"),
		@JsonSubTypes.Type(value = Command.Split.class, name = "split") })
public sealed interface Command {

	/** Never before that of the command before it. */
	Instant at();

	/** Nothing but time passes: what the recordings hold up to then is printed. */
	record Advance(Instant at) implements Command {
	}

	/** Prints that come from outside. */
	record Inject(Instant at, List<Injected> ticks) implements Command {
	}

	record Injected(String symbol, BigDecimal price, BigDecimal size) {
	}

	/**
	 * @param takeProfit limit price of the exit with profit, for a bracket, OCO or OTO
	 * @param stopLoss the protecting exit, for a bracket, OCO or OTO
	 */
	record Place(Instant at, Terms terms, @Nullable String clientOrderId, OrderClass orderClass,
			@Nullable BigDecimal takeProfit, @Nullable StopLoss stopLoss) implements Command {
	}

	/** @param limit absent for an exit at any price */
	record StopLoss(BigDecimal stop, @Nullable BigDecimal limit) {
	}

	record Cancel(Instant at, UUID order) implements Command {
	}

	/** What is absent stays as it was. */
	record Replace(Instant at, UUID order, @Nullable BigDecimal quantity, @Nullable TimeInForce timeInForce,
			@Nullable BigDecimal limitPrice, @Nullable BigDecimal stopPrice, @Nullable BigDecimal trail,
			@Nullable String clientOrderId) implements Command {
	}

	/** From now on these go wrong as well. */
	record Arm(Instant at, long seed, List<Fault> faults) implements Command {
	}

	/** Nothing goes wrong any more. */
	record Disarm(Instant at) implements Command {
	}

	record Speak(Instant at, Dialect dialect) implements Command {
	}

	/**
	 * Cash comes or goes without a trade.
	 *
	 * @param type Alpaca's word for it
	 * @param amount negative where it goes
	 * @param quantity that it was reckoned from, for a dividend
	 * @param perShare for a dividend
	 * @param date that the entry bears, today's unless told otherwise
	 * @param recorded whether the account's history says so
	 */
	record Move(Instant at, String type, BigDecimal amount, @Nullable String symbol, @Nullable BigDecimal quantity,
			@Nullable BigDecimal perShare, @Nullable UUID order, @Nullable LocalDate date, String description, boolean recorded)
			implements Command {
	}

	/**
	 * Old shares become new ones; positions, open orders and later prices follow.
	 *
	 * @param to new shares for {@code from} old ones
	 */
	record Split(Instant at, String symbol, BigDecimal to, BigDecimal from, boolean recorded) implements Command {
	}
}
