package io.vigie.simulator.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.vigie.simulator.exchange.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTests {

	private final Map<String, List<Long>> history = Map.of("A", List.of(1L, 2L, 3L), "B/USD", List.of(1L, 2L), "C", List.of());

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4, 5, 100 })
	void showsEverythingOncePageAfterPage(int size) {
		assertThat(all(size, false)).containsExactly("A1", "A2", "A3", "B/USD1", "B/USD2");
		assertThat(all(size, true)).containsExactly("A3", "A2", "A1", "B/USD2", "B/USD1");
	}

	@Test
	void hasNoNextPageAtTheEnd() {
		assertThat(page(5, false, null).next()).isNull();
		assertThat(page(4, false, null).next()).isNotNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "%%%", "bm9uZQ", "fHg" })
	void refusesTokensThatAreNotIts(String token) {
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> page(1, false, token)).withMessage("invalid page_token");
	}

	private List<String> all(int size, boolean descending) {
		List<String> all = new ArrayList<>();
		String token = null;
		do {
			Page page = page(size, descending, token);
			page.items().forEach((symbol, items) -> items.forEach(it -> all.add(symbol + it.get("i"))));
			token = page.next();
		}
		while (token != null);
		return all;
	}

	private Page page(int size, boolean descending, @Nullable String token) {
		return Page.of(List.of("B/USD", "A", "C"), it -> history.getOrDefault(it, List.of()), it -> it, it -> Map.of("i", it), size,
				descending, token);
	}
}
