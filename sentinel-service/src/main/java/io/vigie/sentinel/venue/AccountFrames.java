package io.vigie.sentinel.venue;

import io.vigie.common.message.Execution;
import io.vigie.common.message.VenueEvent;
import io.vigie.common.venue.MissingField;
import io.vigie.common.venue.VenueFields;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads the frames of Alpaca's account stream. */
@Component
public final class AccountFrames {

	private final AccountJson json;

	AccountFrames(AccountJson json) {
		this.json = json;
	}

	/** Never throws: what can't be read is an event too. */
	public AccountEvent read(String frame) {
		try {
			JsonNode root = Json.read(frame);
			VenueFields fields = json.fields(root, "frame");
			String stream = fields.needed("stream");
			JsonNode data = fields.object("data");
			return switch (stream) {
				case "authorization" -> new AccountEvent.Authorized("authorized".equals(json.fields(data, "authorization").needed("status")));
				case "listening" -> new AccountEvent.Listening();
				case "trade_updates" -> update(data);
				default -> new AccountEvent.Ignored(stream);
			};
		}
		catch (JacksonException e) {
			return new AccountEvent.Unreadable("no JSON: " + e.getOriginalMessage());
		}
		catch (MissingField e) {
			return new AccountEvent.Unreadable(String.valueOf(e.getMessage()));
		}
	}

	private AccountEvent update(JsonNode data) {
		VenueFields fields = json.fields(data, "update");
		String word = fields.needed("event");
		VenueEvent event = event(word);
		if (event == null) {
			return new AccountEvent.Ignored(word);
		}
		VenueOrder order = json.order(fields.object("order"));
		Instant at = Objects.requireNonNullElse(fields.firstTime("timestamp", "at"), order.updatedAt());
		boolean filled = event == VenueEvent.FILLED || event == VenueEvent.PARTIALLY_FILLED;
		return new AccountEvent.Updated(event, order, filled ? execution(fields, order, at) : null, at,
				Objects.requireNonNullElse(fields.text("reason"), ""));
	}

	/** Without the quantity filled so far a fill has no identity: then the account's history has to tell of it. */
	private static Execution execution(VenueFields fields, VenueOrder order, Instant at) {
		return new Execution(fields.neededDecimal("qty"), fields.neededDecimal("price"), order.filledQuantity(), at);
	}

	/**
	 * Steps that change nothing anybody here acts on have no event: pending cancels, refused replacements and the
	 * like.
	 */
	static @Nullable VenueEvent event(String word) {
		return switch (word) {
			case "pending_new" -> VenueEvent.PENDING;
			case "new", "accepted" -> VenueEvent.ACCEPTED;
			case "held" -> VenueEvent.HELD;
			case "partial_fill" -> VenueEvent.PARTIALLY_FILLED;
			case "fill" -> VenueEvent.FILLED;
			case "canceled" -> VenueEvent.CANCELED;
			case "expired" -> VenueEvent.EXPIRED;
			case "rejected" -> VenueEvent.REJECTED;
			case "replaced" -> VenueEvent.REPLACED;
			default -> null;
		};
	}
}
