package io.vigie.analyst.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.analyst.MarketFixtures;
import io.vigie.analyst.StubSentinel;
import io.vigie.common.json.VigieJson;
import io.vigie.engine.market.Bar;
import io.vigie.engine.market.Timeframe;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.TransientDataAccessResourceException;

class HistoryTests {

	private static final String SYMBOL = "BTC/USD";

	private final StubSentinel sentinel = new StubSentinel();
	private final History history = history(sentinel.url());

	@AfterEach
	void close() {
		sentinel.close();
	}

	@Test
	void givesTheLastBarsBeforeAnInstantOldestFirst() {
		List<Bar> bars = MarketFixtures.walk(SYMBOL, 1, 50);
		sentinel.keep(bars);
		assertThat(before(bars.get(30).openAt(), 10)).isEqualTo(bars.subList(20, 30));
		assertThat(before(bars.get(5).openAt(), 10)).isEqualTo(bars.subList(0, 5));
	}

	@Test
	void turnsPagesWhenMoreIsWantedThanIsGivenAtOnce() {
		List<Bar> bars = MarketFixtures.walk(SYMBOL, 1, 3000);
		sentinel.keep(bars);
		assertThat(before(bars.get(2900).openAt(), 2500)).isEqualTo(bars.subList(400, 2900));
		assertThat(sentinel.asked(SYMBOL)).extracting(it -> it.get("limit")).containsExactly("1000", "1000", "500");
	}

	@Test
	void putsWhatComesInAnyOrderIntoOrderAndLeavesOutWhatIsNoBar() {
		List<Bar> bars = MarketFixtures.walk(SYMBOL, 1, 5);
		List<Bar> kept = new ArrayList<>(bars.reversed());
		kept.add(MarketFixtures.bar(SYMBOL, 2, "0"));
		sentinel.keep(kept);
		assertThat(before(bars.get(4).openAt(), 10)).isEqualTo(bars.subList(0, 4));
	}

	@Test
	void sentinelThatIsAwayIsAnOutage() {
		for (int status : List.of(500, 503)) {
			sentinel.answering(status);
			assertThatThrownBy(() -> before(MarketFixtures.START, 1)).isInstanceOf(TransientDataAccessResourceException.class)
				.hasMessageContaining(Integer.toString(status));
		}
		sentinel.close();
		assertThatThrownBy(() -> before(MarketFixtures.START, 1)).isInstanceOf(TransientDataAccessResourceException.class)
			.hasMessageContaining("does not answer");
	}

	@Test
	void questionThatWillNeverBeAnsweredIsTheBarsFault() {
		sentinel.answering(400);
		assertThatIllegalArgumentException().isThrownBy(() -> before(MarketFixtures.START, 1)).withMessageContaining("refuses with 400");
	}

	private List<Bar> before(Instant instant, int limit) {
		return history.before(instant, SYMBOL, Timeframe.M1, limit);
	}

	static History history(String url) {
		return new History(new SeriesSettings(URI.create(url), Duration.ofSeconds(2)), VigieJson.mapper());
	}
}
