package io.vigie.local.chaos;

import java.time.Duration;
import java.util.List;

/** What venues do to those who trade with them, in the simulator's words. */
final class Troubles {

	private static final String PLACING = "\"on\":{\"methods\":[\"POST\"],\"path\":\"/v2/orders\"}";

	private static final String CANCELLING = "\"on\":{\"methods\":[\"DELETE\"],\"path\":\"/v2/orders/.*\"}";

	private static final String ANYTHING = "\"on\":{\"path\":\"/v2/.*\"}";

	private static final String ACCOUNT = "\"on\":{\"streams\":[\"trade_updates\"]}";

	private static final String ALWAYS = "\"when\":{\"times\":1000000}";

	private Troubles() {
	}

	static List<Blow.Trouble> all() {
		return List.of(
				trouble("order done, answer cut off", 6, "answer_lost", "", PLACING, "\"when\":{\"times\":3}"),
				trouble("order done, reset instead of answer", 6, "answer_lost", ",\"how\":\"reset\"", PLACING, "\"when\":{\"times\":3}"),
				trouble("order done, answer later than patience", 8, "answer_late", ",\"millis\":7000", PLACING, "\"when\":{\"times\":2}"),
				trouble("order done, answered 503", 6, "server_error", ",\"done\":true", PLACING, "\"when\":{\"times\":3}"),
				trouble("cancel done, answer cut off", 6, "answer_lost", "", CANCELLING, "\"when\":{\"times\":3}"),
				trouble("503 to everything", 5, "server_error", "", ANYTHING, ALWAYS),
				trouble("429 to everything", 5, "throttled", ",\"seconds\":1", ANYTHING, ALWAYS),
				trouble("resets instead of answers", 4, "connection_reset", "", ANYTHING, ALWAYS),
				trouble("403 to orders", 5, "forbidden", "", PLACING, "\"when\":{\"times\":2}"),
				trouble("streams dropped", 3, "stream_dropped", ",\"abrupt\":true", "\"on\":{}", "\"when\":{\"times\":3}"),
				trouble("streams silent, pings too", 12, "stream_silent", "", "\"on\":{}", "\"when\":{}"),
				trouble("account events lost", 8, "event_lost", "", ACCOUNT, "\"when\":{\"probability\":0.5}"),
				trouble("account events doubled", 8, "event_duplicated", ",\"copies\":2", ACCOUNT, ALWAYS),
				trouble("account events out of order", 8, "event_reordered", ",\"by\":2", ACCOUNT, "\"when\":{\"probability\":0.5}"),
				trouble("account events late", 8, "event_delayed", ",\"millis\":3000", ACCOUNT, "\"when\":{\"probability\":0.5}"),
				trouble("fills in pieces", 8, "partial_fills", ",\"share\":0.3", "\"on\":{}", "\"when\":{}"),
				trouble("orders taken, then rejected", 6, "order_rejected", "", "\"on\":{\"side\":\"buy\"}", "\"when\":{\"times\":2}"),
				trouble("stops refused", 6, "stop_refused", "", "\"on\":{}", "\"when\":{\"times\":2}"),
				trouble("stops taken, then rejected", 6, "stop_refused", ",\"how\":\"rejected\"", "\"on\":{}", "\"when\":{\"times\":2}"),
				trouble("no shares to sell", 6, "insufficient_qty", "", "\"on\":{}", "\"when\":{\"times\":2}"),
				trouble("trading halted", 5, "symbol_halted", "", "\"on\":{}", "\"when\":{}"));
	}

	private static Blow.Trouble trouble(String name, int seconds, String kind, String more, String on, String when) {
		return new Blow.Trouble(name, "{\"do\":{\"kind\":\"%s\"%s},%s,%s}".formatted(kind, more, on, when), Duration.ofSeconds(seconds));
	}
}
