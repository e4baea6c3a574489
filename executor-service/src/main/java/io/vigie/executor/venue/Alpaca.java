package io.vigie.executor.venue;

import io.vigie.engine.order.ResendRule;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
	private static final String SEEN_BEFORE = "client_order_id";

	private final BrokerSettings settings;
	private final VenueHttp http;
	private final AlpacaJson json;

	@Autowired
	Alpaca(BrokerSettings settings, JsonMapper mapper, Symbols symbols) {
		this(settings, new VenueHttp(settings, mapper), symbols);
	}

	Alpaca(BrokerSettings settings, VenueHttp http, Symbols symbols) {
		this.settings = settings;
		this.http = http;
		this.json = new AlpacaJson(symbols);
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
			return http.get("/v2/clock").optional("timestamp").map(it -> OffsetDateTime.parse(it.asString()).toInstant());
		}
		catch (VenueRejected | DateTimeException _) {
			return Optional.empty();
		}
	}

	public VenueAccount account() {
		return json.account(http.get("/v2/account"));
	}

	public List<VenuePosition> positions() {
		return http.get("/v2/positions").valueStream().map(json::position).toList();
	}

	/** Everything since, oldest first. */
	public List<VenueActivity> activitiesAfter(Instant after) {
		List<VenueActivity> all = new ArrayList<>();
		String token = null;
		while (true) {
			List<VenueActivity> page = page("&direction=asc&after=" + encoded(after.toString()), token);
			all.addAll(page);
			if (page.size() < PAGE) {
				return all;
			}
			token = page.getLast().id();
		}
	}

	/** The newest entry of the account's history, where there is any. */
	public Optional<VenueActivity> lastActivity() {
		return page("&direction=desc", null).stream().findFirst();
	}

	private List<VenueActivity> page(String parameters, @Nullable String token) {
		JsonNode page = http.get("/v2/account/activities?page_size=" + PAGE + parameters
				+ (token == null ? "" : "&page_token=" + encoded(token)));
		return page.valueStream().map(json::activity).toList();
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
