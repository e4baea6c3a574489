package io.vigie.local.chaos;

import io.vigie.local.process.State;
import io.vigie.local.process.Status;
import io.vigie.local.setting.Component;
import io.vigie.local.setting.Settings;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Looks at the whole platform once: processes, readiness, links to the venue, orders in doubt, prices that move. Not thread-safe. */
final class Pulse {

	/** How many looks in a row may see the same number of prices: some symbols are traded seldom. */
	private static final int STILL = 15;

	private static final String IN_DOUBT = "orders in doubt";

	private static final String STANDSTILL = "prices stand still";

	/**
	 * One look.
	 *
	 * @param troubles what is not as it should be, in words; empty where the platform is whole
	 * @param processes by part
	 * @param doubt nothing where the database did not say
	 */
	record Look(Set<String> troubles, Map<Component, Status> processes, Books.Doubt doubt) {

		boolean isWhole() {
			return troubles.isEmpty();
		}

		/** Whether nothing is wrong but what a venue in trouble brings with it. */
		boolean standsByItself() {
			return troubles.stream().allMatch(trouble -> trouble.startsWith("link ") || trouble.equals(IN_DOUBT) || trouble.equals(STANDSTILL));
		}

		boolean sees(String prefix) {
			return troubles.stream().anyMatch(trouble -> trouble.startsWith(prefix));
		}
	}

	private final Supplier<List<Status>> processes;

	private final Books books;

	private final Map<Component, Http> services = new HashMap<>();

	private Books.Doubt lastDoubt = new Books.Doubt(0, 0, 0);

	private long ticks;

	private int still;

	Pulse(Supplier<List<Status>> processes, Settings settings, Books books) {
		this.processes = processes;
		this.books = books;
		Arrays.stream(Component.values()).filter(part -> part.isService() || part == Component.SIMULATOR)
				.forEach(part -> services.put(part, Http.to(settings.url(part))));
	}

	Look look() throws InterruptedException {
		Set<String> troubles = new ConcurrentSkipListSet<>();
		List<Thread> threads = new ArrayList<>();
		services.forEach((part, http) -> threads.add(Thread.ofVirtual().start(() -> {
			if (!http.isGood("/actuator/health/readiness")) {
				troubles.add(part.label() + " is not ready");
			}
		})));
		threads.add(Thread.ofVirtual().start(() -> lookAtLinks(troubles)));
		threads.add(Thread.ofVirtual().start(() -> lookAtOrders(troubles)));
		Map<Component, Status> states = new HashMap<>();
		for (Status status : processes.get()) {
			Component.named(status.name()).ifPresent(part -> states.put(part, status));
			if (status.state() != State.UP) {
				troubles.add("%s is %s".formatted(status.name(), status.state()));
			}
		}
		if (states.isEmpty()) {
			troubles.add("the supervisor does not answer");
		}
		for (Thread thread : threads) {
			thread.join();
		}
		return new Look(new TreeSet<>(troubles), states, lastDoubt);
	}

	private void lookAtLinks(Set<String> troubles) {
		JsonNode status = service(Component.SENTINEL).get("/sentinel/status").orElse(null);
		if (status == null) {
			troubles.add("sentinel does not answer");
			return;
		}
		status.path("links").forEach(link -> {
			if (!"UP".equals(link.path("state").asString())) {
				troubles.add("link %s is %s".formatted(link.path("link").asString(), link.path("state").asString()));
			}
		});
		long now = Stream.of(status.path("symbols")).flatMap(JsonNode::valueStream).mapToLong(it -> it.path("ticks").asLong(0)).sum();
		still = now == ticks ? still + 1 : 0;
		ticks = now;
		if (still > STILL) {
			troubles.add(STANDSTILL);
		}
	}

	private void lookAtOrders(Set<String> troubles) {
		try {
			lastDoubt = books.doubt();
			if (lastDoubt.open() > 0) {
				troubles.add(IN_DOUBT);
			}
		}
		catch (SQLException e) {
			troubles.add("the books cannot be read");
		}
	}

	private Http service(Component part) {
		return services.computeIfAbsent(part, _ -> Http.to(""));
	}
}
