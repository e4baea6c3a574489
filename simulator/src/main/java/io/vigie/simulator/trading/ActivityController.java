package io.vigie.simulator.trading;

import static io.vigie.simulator.exchange.Decimals.optionalText;
import static io.vigie.simulator.exchange.Decimals.text;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vigie.simulator.exchange.Activity;
import io.vigie.simulator.exchange.Exchange;
import io.vigie.simulator.exchange.Refused;
import io.vigie.simulator.market.Market;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /v2/account/activities}: fills, fees and whatever else moved cash or shares, newest first unless asked otherwise, page after page. */
@RestController
class ActivityController {

	private static final int LARGEST_PAGE = 100;

	private final Market market;

	ActivityController(Market market) {
		this.market = market;
	}

	/** @param pageToken the last id of the page before */
	@GetMapping({ "/v2/account/activities", "/v2/account/activities/{type}" })
	List<Object> list(@PathVariable(required = false) @Nullable String type,
			@RequestParam(name = "activity_types", required = false) @Nullable Set<String> types,
			@RequestParam(required = false) @Nullable String date, @RequestParam(required = false) @Nullable String after,
			@RequestParam(required = false) @Nullable String until, @RequestParam(defaultValue = "desc") String direction,
			@RequestParam(name = "page_size", defaultValue = "100") int pageSize,
			@RequestParam(name = "page_token", required = false) @Nullable String pageToken) {
		if (pageSize < 1 || pageSize > LARGEST_PAGE) {
			throw Refused.invalid("page_size must be between 1 and " + LARGEST_PAGE);
		}
		Set<String> wanted = type != null ? Set.of(type) : types == null ? Set.of() : types;
		Instant from = date != null ? instant(date).minusNanos(1) : after != null ? instant(after) : Instant.MIN;
		Instant to = date != null ? instant(date).plusSeconds(86_400) : until != null ? instant(until) : Instant.MAX;
		return market.read(it -> select(it, direction.equals("asc"), pageToken).stream()
			.filter(activity -> wanted.isEmpty() || wanted.contains(activity.type()))
			.filter(activity -> activity.at().isAfter(from) && activity.at().isBefore(to))
			.limit(pageSize)
			.map(ActivityController::view)
			.toList());
	}

	private static List<Activity> select(Exchange exchange, boolean ascending, @Nullable String pageToken) {
		List<Activity> all = exchange.activities();
		int at = -1;
		if (pageToken != null && !pageToken.isEmpty()) {
			at = position(all, pageToken);
		}
		if (ascending) {
			return all.subList(at + 1, all.size());
		}
		List<Activity> reversed = new ArrayList<>(at < 0 ? all : all.subList(0, at));
		Collections.reverse(reversed);
		return reversed;
	}

	/** Tokens are mostly recent: looked for from the end. */
	private static int position(List<Activity> all, String id) {
		for (int i = all.size() - 1; i >= 0; i--) {
			if (all.get(i).id().equals(id)) {
				return i;
			}
		}
		throw Refused.invalid("invalid page_token: " + id);
	}

	private static Instant instant(String text) {
		try {
			return text.contains("T") ? Instant.parse(text) : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
		}
		catch (DateTimeParseException _) {
			throw Refused.invalid("invalid time: " + text);
		}
	}

	private static Object view(Activity activity) {
		return switch (activity) {
			case Activity.Fill it -> new FillView(it.id(), it.type(), it.at(), it.whole() ? "fill" : "partial_fill", text(it.price()),
					text(it.quantity()), it.side().name().toLowerCase(Locale.ROOT), it.symbol(), text(it.leaves()), it.order(),
					text(it.cumulative()), it.whole() ? "filled" : "partially_filled");
			case Activity.Fee it -> new EntryView(it.id(), it.type(), it.at().atZone(ZoneOffset.UTC).toLocalDate(), it.at(),
					text(it.amount()), it.symbol(), it.order(), "executed", "Fee for a trade of " + it.symbol(), null, null);
			case Activity.Moved it -> new EntryView(it.id(), it.type(), it.date(), it.at(), text(it.amount()), it.symbol(), it.order(),
					"executed", it.description(), optionalText(it.quantity()), optionalText(it.perShare()));
		};
	}

	record FillView(String id, String activityType, Instant transactionTime, String type, String price, String qty, String side,
			String symbol, String leavesQty, UUID orderId, String cumQty, String orderStatus) {
	}

	/** @param orderId what a fee is for; not part of Alpaca's answer */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record EntryView(String id, String activityType, LocalDate date, Instant createdAt, String netAmount, @Nullable String symbol,
			@Nullable UUID orderId, String status, String description, @Nullable String qty, @Nullable String perShareAmount) {
	}
}
