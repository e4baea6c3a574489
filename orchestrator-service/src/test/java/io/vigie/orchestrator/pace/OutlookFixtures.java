package io.vigie.orchestrator.pace;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Outlooks that read as prose. */
public final class OutlookFixtures {

	public static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

	private OutlookFixtures() {
	}

	static Rhythm rhythm() {
		return new Rhythm(Duration.ofMinutes(3), Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofHours(1),
				Duration.ofMinutes(5), Duration.ofSeconds(15), Duration.ofMinutes(15), new BigDecimal("0.002"),
				new BigDecimal("0.01"), new BigDecimal("0.03"), Duration.ofMinutes(1), Duration.ofMinutes(15));
	}

	static Outlook volatility(@Nullable String fraction) {
		return new Outlook(new Market(fraction == null ? null : new BigDecimal(fraction), true, Duration.ZERO, NOON), List.of(),
				List.of());
	}

	static Outlook closed() {
		return new Outlook(new Market(new BigDecimal("0.05"), false, Duration.ofHours(3), NOON), List.of(), List.of());
	}

	static Outlook tickAge(Duration age) {
		return new Outlook(new Market(new BigDecimal("0.005"), true, age, NOON), List.of(), List.of());
	}

	static Outlook trouble(String component, boolean down) {
		return new Outlook(volatility("0.005").market(),
				List.of(new Trouble(component, down, NOON.minusSeconds(60), "slow answers")), List.of());
	}

	static Outlook links(Link... links) {
		return new Outlook(volatility("0.005").market(), List.of(), List.of(links));
	}

	static Link link(String name, boolean up, Instant since) {
		return new Link(name, up, since, up ? "" : "connection refused");
	}
}
