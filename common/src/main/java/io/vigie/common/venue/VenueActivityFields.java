package io.vigie.common.venue;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An entry of the account's history in Alpaca's words. A fill has to be understood whole, for it is money. */
public final class VenueActivityFields {

	/** The kind of an entry that is a fill. */
	public static final String FILL = "FILL";

	private static final DateTimeFormatter ID_TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS");
	private static final int ID_TIME_LENGTH = 17;
	/** Entries that are about units. */
	private static final Set<String> UNITS = Set.of("SPLIT", "SSP", "SSO", "SPIN");

	private final VenueFields fields;

	public VenueActivityFields(JsonNode json, VenueDrift drift) {
		this.fields = new VenueFields(json, "activity", drift);
	}

	public VenueFields fields() {
		return fields;
	}

	/** @throws MissingField where it has none */
	public String id() {
		return fields.needed("id");
	}

	/** Only a fill has a price. Nothing where it can't be told. */
	public @Nullable String kind() {
		String kind = fields.text("activity_type");
		if (kind != null) {
			return kind;
		}
		fields.lacks("activity_type");
		return fields.decimal("price") != null && fields.text("order_id") != null ? FILL : null;
	}

	/** When a fill was. @throws MissingField where nothing tells it */
	public Instant filledAt() {
		Instant at = fields.time("transaction_time");
		if (at == null) {
			fields.lacks("transaction_time");
			at = timeOf(id());
		}
		if (at == null) {
			throw fields.missing("transaction_time");
		}
		return at;
	}

	/**
	 * How much of its order had filled with this fill: what is not left of what was ordered, where it is not told.
	 *
	 * @param ordered how much an order is for, by its id
	 * @throws MissingField where it can't be known
	 */
	public BigDecimal cumulative(Function<String, Optional<BigDecimal>> ordered) {
		BigDecimal cumulative = fields.decimal("cum_qty");
		if (cumulative != null) {
			return cumulative;
		}
		BigDecimal leaves = fields.decimal("leaves_qty");
		BigDecimal quantity = leaves == null ? null : ordered.apply(fields.needed("order_id")).orElse(null);
		if (leaves == null || quantity == null || quantity.subtract(leaves).compareTo(fields.neededDecimal("qty")) < 0) {
			throw fields.missing("cum_qty");
		}
		fields.lacks("cum_qty");
		return quantity.subtract(leaves);
	}

	/** Empty where it moved cash or units and does not say how many, or when. */
	public Optional<Movement> movement(String kind) {
		BigDecimal quantity = fields.decimal("qty");
		BigDecimal amount = amount(quantity);
		String symbol = fields.text("symbol");
		String order = fields.text("order_id");
		boolean units = UNITS.contains(kind);
		if (quantity == null && (units || kind.startsWith("DIV"))) {
			fields.lacks("qty");
		}
		if (symbol == null && (quantity != null || order != null)) {
			fields.lacks("symbol");
		}
		Instant at = at();
		if (amount == null || at == null || units && amount.signum() == 0 && (quantity == null || symbol == null)) {
			return Optional.empty();
		}
		String words = fields.text("description");
		return Optional.of(new Movement(at, symbol, amount, quantity, order, words == null ? "" : words));
	}

	private @Nullable BigDecimal amount(@Nullable BigDecimal quantity) {
		BigDecimal amount = fields.decimal("net_amount");
		if (amount != null) {
			return amount;
		}
		fields.lacks("net_amount");
		BigDecimal perShare = fields.decimal("per_share_amount");
		return perShare == null || quantity == null ? null : perShare.multiply(quantity);
	}

	/** Brokers give some entries a day only. */
	private @Nullable Instant at() {
		Instant at = fields.time("transaction_time");
		if (at == null) {
			at = fields.time("created_at");
		}
		if (at == null) {
			at = day();
		}
		return at == null ? timeOf(id()) : at;
	}

	private @Nullable Instant day() {
		String day = fields.text("date");
		try {
			return day == null ? null : LocalDate.parse(day).atStartOfDay().toInstant(ZoneOffset.UTC);
		}
		catch (DateTimeException _) {
			return null;
		}
	}

	/** Ids begin with their time; nothing where one does not. */
	public static @Nullable Instant timeOf(String id) {
		try {
			return LocalDateTime.parse(id.substring(0, Math.min(ID_TIME_LENGTH, id.length())), ID_TIME).toInstant(ZoneOffset.UTC);
		}
		catch (DateTimeException _) {
			return null;
		}
	}

	/**
	 * Cash or units that moved.
	 *
	 * @param amount of cash, negative where it went
	 * @param quantity of units, nothing where none moved or were paid for
	 */
	public record Movement(Instant at, @Nullable String symbol, BigDecimal amount, @Nullable BigDecimal quantity, @Nullable String order,
			String description) {
	}
}
