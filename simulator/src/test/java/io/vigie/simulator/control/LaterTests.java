package io.vigie.simulator.control;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.vigie.simulator.exchange.Command;
import io.vigie.simulator.exchange.Refused;
import io.vigie.simulator.market.VenueMarket;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaterTests {

	private static final Later.Print PRINT = new Later.Print(new Command.Injected("SOON", BigDecimal.TEN, BigDecimal.ONE), Duration.ofHours(1));

	@TempDir
	private Path folder;

	@Test
	void takesNoMoreThanItCanKeep() {
		try (VenueMarket venue = VenueMarket.open(folder)) {
			Later later = new Later(venue.market());
			later.inject(Collections.nCopies(100_000, PRINT));
			assertThatExceptionOfType(Refused.class).isThrownBy(() -> later.inject(List.of(PRINT)))
				.withMessageContaining("more than 100,000 ticks");
			later.stop();
		}
	}
}
