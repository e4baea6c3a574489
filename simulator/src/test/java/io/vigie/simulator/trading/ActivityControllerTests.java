package io.vigie.simulator.trading;

import static io.vigie.simulator.exchange.VenueFixture.BTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.vigie.simulator.exchange.Refused;
import io.vigie.simulator.exchange.VenueFixture;
import io.vigie.simulator.market.MarketFixtures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActivityControllerTests {

	@TempDir
	private Path folder;

	private final VenueFixture venue = VenueFixture.open();
	private ActivityController controller;

	@BeforeEach
	void trade() {
		for (int i = 0; i < 5; i++) {
			venue.buy(BTC, "1");
			venue.print(BTC, "800");
		}
		controller = new ActivityController(MarketFixtures.of(venue.exchange(), folder));
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 3, 9, 10, 100 })
	void showsEverythingOncePageAfterPageInBothDirections(int size) {
		List<String> up = all("asc", size);
		assertThat(up).hasSize(10).doesNotHaveDuplicates();
		assertThat(all("desc", size)).isEqualTo(up.reversed());
	}

	@Test
	void showsWhatCameAfterTheLastKnown() {
		String last = all("asc", 100).getLast();
		assertThat(list(null, "asc", 100, last)).isEmpty();
		venue.buy(BTC, "1");
		venue.print(BTC, "800");
		assertThat(list(null, "asc", 100, last)).hasSize(2);
	}

	@Test
	void filtersByType() {
		assertThat(list(Set.of("CFEE"), "asc", 100, null)).hasSize(5).allMatch(ActivityController.EntryView.class::isInstance);
		assertThat(controller.list("FILL", null, null, null, null, "asc", 100, null)).hasSize(5);
	}

	@Test
	void filtersByTime() {
		assertThat(controller.list(null, null, "2026-01-05", null, null, "asc", 100, null)).hasSize(10);
		assertThat(controller.list(null, null, "2026-01-04", null, null, "asc", 100, null)).isEmpty();
		assertThat(controller.list(null, null, null, "2026-01-06T00:00:00Z", null, "asc", 100, null)).isEmpty();
		assertThat(controller.list(null, null, null, null, "2026-01-05T00:00:00Z", "asc", 100, null)).isEmpty();
	}

	@Test
	void refusesWhatItCanNotAnswer() {
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> list(null, "asc", 101, null));
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> list(null, "asc", 10, "unknown")).withMessageContaining("page_token");
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> controller.list(null, null, null, "yesterday", null, "asc", 100, null))
			.withMessage("invalid time: yesterday");
	}

	private List<String> all(String direction, int size) {
		List<String> ids = new ArrayList<>();
		List<Object> page = list(null, direction, size, null);
		while (!page.isEmpty()) {
			page.forEach(it -> ids.add(id(it)));
			page = list(null, direction, size, ids.getLast());
		}
		return ids;
	}

	private List<Object> list(@Nullable Set<String> types, String direction, int size, @Nullable String token) {
		return controller.list(null, types, null, null, null, direction, size, token);
	}

	private static String id(Object view) {
		return switch (view) {
			case ActivityController.FillView fill -> fill.id();
			case ActivityController.EntryView fee -> fee.id();
			default -> throw new AssertionError(view);
		};
	}
}
