package io.vigie.executor.venue;

import io.vigie.common.venue.VenueDrift;
import io.vigie.common.venue.VenueFields;
import io.vigie.engine.market.Side;
import io.vigie.engine.order.Fill;
import io.vigie.engine.order.ResendRule;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The broker over REST. Thread-safe; every call blocks for at most a few times the configured timeout. */
@Component
@EnableConfigurationProperties(BrokerSettings.class)
public class Alpaca {

	private static final int PAGE = 100;
	private static final int NOT_FOUND = 404;
	/** Venues stamp orders and what follows from them by different clocks of theirs. */
	private static final Duration CLOCKS_APART = Duration.ofMinutes(1);
	private static final String SEEN_BEFORE = "client_order_id";

	private final BrokerSettings settings;
	private final VenueHttp http;
	private final VenueDrift drift;
	private final AlpacaJson json;

	@Autowired
	Alpaca(BrokerSettings settings, JsonMapper mapper, Symbols symbols, VenueDrift drift) {
		this(settings, new VenueHttp(settings, mapper), symbols, drift);
	}

	Alpaca(BrokerSettings settings, VenueHttp http, Symbols symbols, VenueDrift drift) {
		this.settings = settings;
		this.http = http;
		this.drift = drift;
		this.json = new AlpacaJson(symbols, drift, new AlpacaJson.Records(this::filledByHistory, this::ordered));
	}

	/** The name under which this account's events are said. */
	public String accountName() {
		return settings.account();
	}

	/** Whether orders cost real money. */
	public boolean isLive() {
		return settings.isLive();
	}

	/** What may be sent again after an answer was lost. */
	public ResendRule resendRule() {
		return ResendRule.of(settings.dialect());
	}

	/** Never throws: what is not known is an answer too. */
	public Answer place(NewOrder order) {
		try {
			return new Answer.Placed(json.order(http.post("/v2/orders", order.body())));
		}
		catch (VenueRejected e) {
			String reason = String.valueOf(e.getMessage());
			return reason.contains(SEEN_BEFORE) ? new Answer.SeenBefore(reason) : new Answer.Rejected(reason);
		}
		catch (VenueUnavailable e) {
			return new Answer.NotSent(String.valueOf(e.getMessage()));
		}
		catch (RuntimeException e) {
			return new Answer.Lost(String.valueOf(e.getMessage()));
		}
	}

	/** Empty where the venue says that it has no such order. */
	public Optional<VenueOrder> byClientOrderId(String clientOrderId) {
		return found("/v2/orders:by_client_order_id?nested=true&client_order_id=" + encoded(clientOrderId));
	}

	public Optional<VenueOrder> byId(String id) {
		return found("/v2/orders/" + encoded(id) + "?nested=true");
	}

	/** Asks for it; whether it came in time is for {@link #byId} to tell. */
	public void cancel(String id) {
		try {
			http.delete("/v2/orders/" + encoded(id));
		}
		catch (VenueRejected _) {
			// Not cancelable any more: it has ended.
		}
	}

	/** Asks for everything that is open to be cancelled; {@link #openOrders} tells what became of it. */
	public void cancelAll() {
		http.delete("/v2/orders");
	}

	/** Moves the stop of a resting order in one step: the venue never goes without. Tells nothing: {@link #byId} does. */
	public void moveStop(String id, BigDecimal stopPrice) {
		http.patch("/v2/orders/" + encoded(id), Map.of("stop_price", stopPrice.toPlainString()));
	}

	/**
	 * What protects beside an order, where its own answer names no legs: the other orders of its symbol that sell, for as much, at
	 * the prices it was given.
	 */
	public List<VenueOrder> legsOf(VenueOrder head, BigDecimal quantity, BigDecimal takeProfit, BigDecimal stopLoss) {
		drift.lacks("order.legs");
		String since = encoded(head.createdAt().minus(CLOCKS_APART).toString());
		return json.orders(http.get("/v2/orders?status=all&limit=500&nested=false&symbols=" + encoded(head.symbol()) + "&after=" + since)).stream()
			.filter(it -> it.side() == Side.SELL && !it.id().equals(head.id()) && isAt(it.quantity(), quantity))
			.filter(it -> isAt(it.limitPrice(), takeProfit) && it.stopPrice() == null || isAt(it.stopPrice(), stopLoss))
			.toList();
	}

	private static boolean isAt(@Nullable BigDecimal told, BigDecimal wanted) {
		return told != null && told.compareTo(wanted) == 0;
	}

	public List<VenueOrder> openOrders() {
		List<VenueOrder> open = new ArrayList<>();
		for (VenueOrder order : json.orders(http.get("/v2/orders?status=open&limit=500&nested=true"))) {
			open.add(order);
			open.addAll(order.legs());
		}
		return open;
	}

	/** The venue's clock: a replayed market has a time of its own. Empty where the venue does not tell. */
	public Optional<Instant> marketTime() {
		try {
			return Optional.ofNullable(new VenueFields(http.get("/v2/clock"), "clock", drift).firstTime("timestamp"));
		}
		catch (VenueRejected _) {
			return Optional.empty();
		}
	}

	public VenueAccount account() {
		return json.account(http.get("/v2/account"));
	}

	public List<VenuePosition> positions() {
		return json.positions(http.get("/v2/positions"));
	}

	/** Everything since, oldest first. */
	public List<VenueActivity> activitiesAfter(Instant after) {
		List<VenueActivity> all = new ArrayList<>();
		String token = null;
		while (true) {
			List<JsonNode> page = page("&direction=asc&after=" + encoded(after.toString()), token);
			all.addAll(json.activities(page));
			if (page.size() < PAGE) {
				return all;
			}
			token = json.activityId(page.getLast());
		}
	}

	/** The newest entry of the account's history that can be understood, where there is any. */
	public Optional<VenueActivity> lastActivity() {
		return json.activities(page("&direction=desc", null)).stream().findFirst();
	}

	private List<JsonNode> page(String parameters, @Nullable String token) {
		return json.elements(http.get("/v2/account/activities?page_size=" + PAGE + parameters
				+ (token == null ? "" : "&page_token=" + encoded(token))), "activities");
	}

	/** Where the order shows that it has traded and the history does not yet, nothing is known. */
	private BigDecimal filledByHistory(String orderId, @Nullable Instant createdAt, boolean hasTraded) {
		Instant since = createdAt == null ? Instant.EPOCH : createdAt.minus(CLOCKS_APART);
		BigDecimal filled = activitiesAfter(since).stream().filter(it -> orderId.equals(it.orderId())).map(VenueActivity::fill).filter(Objects::nonNull)
			.map(Fill::cumulativeQuantity).reduce(BigDecimal.ZERO, BigDecimal::max);
		if (hasTraded && filled.signum() == 0) {
			throw new AnswerLost("The venue's answer lacks order.filled_qty, and its history has no fill yet", null);
		}
		return filled;
	}

	/** Read by itself: an answer about an order may need the history, and the history this. */
	private Optional<BigDecimal> ordered(String orderId) {
		return Optional.ofNullable(new VenueFields(http.get("/v2/orders/" + encoded(orderId)), "order", drift).decimal("qty"));
	}

	private Optional<VenueOrder> found(String path) {
		try {
			return Optional.of(json.order(http.get(path)));
		}
		catch (VenueRejected e) {
			if (e.status() == NOT_FOUND) {
				return Optional.empty();
			}
			throw e;
		}
	}

	private static String encoded(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8);
	}
}
