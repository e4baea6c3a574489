package io.vigie.common.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsTests {

	@Test
	void namesEqualPartsEqually() {
		assertThat(Ids.named("trend", "BTC/USD", 1)).isEqualTo(Ids.named("trend", "BTC/USD", 1));
	}

	@Test
	void keepsPartsApart() {
		assertThat(Ids.named("ab", "c")).isNotEqualTo(Ids.named("a", "bc"));
	}

	@Test
	void marksVersions() {
		assertThat(Ids.named("x").version()).isEqualTo(5);
		assertThat(Ids.next(Instant.EPOCH).version()).isEqualTo(7);
		assertThat(Ids.next(Instant.EPOCH).variant()).isEqualTo(2);
	}

	@Test
	void ordersNewIdsByTime() {
		UUID earlier = Ids.next(Instant.ofEpochMilli(1_000_000));
		UUID later = Ids.next(Instant.ofEpochMilli(1_000_001));
		assertThat(earlier.toString()).isLessThan(later.toString());
	}
}
