package io.vigie.executor.live;

import static io.vigie.executor.testing.VerdictFixtures.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.executor.order.OrderDoor;
import io.vigie.executor.testing.FakeVenue;
import io.vigie.executor.testing.Solo;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** Real money: only with the setting, and only with a signature under the paper record. */
class LiveIT {

	/** Its host, at a port where nobody would answer should the gate ever stand open. */
	private static final URI REAL = URI.create("https://api.alpaca.markets:1");
	private static final String SIGNED = "{\"name\":\"Ada\",\"text\":\"" + Acknowledgement.STATEMENT + "\"}";

	@Test
	@Timeout(120)
	void refusesRealMoneyWithoutTheSettingOrTheSignature() throws Exception {
		try (Solo executor = new Solo("live", REAL)) {
			assertThatThrownBy(executor::start).rootCause().hasMessageContaining("VIGIE_TRADING_MODE=live");
			assertThatThrownBy(() -> executor.with(Map.of("VIGIE_TRADING_MODE", "live")).start()).rootCause()
				.isInstanceOf(LiveRefused.class).hasMessageContaining("VIGIE_TRADING_MODE").hasMessageContaining("no acknowledgement is stored");
			assertThatThrownBy(() -> executor.with(Map.of("VIGIE_TRADING_MODE", "real")).start()).hasStackTraceContaining("mode");
			executor.jdbc.sql("""
					insert into live_acknowledgements (id, name, statement, paper_record, seal, signed_at)
					values (gen_random_uuid(), 'Eve', ?, 'trades 1000', 'forged', now())""").param(Acknowledgement.STATEMENT).update();
			assertThatThrownBy(() -> executor.with(Map.of("VIGIE_TRADING_MODE", "live")).start()).rootCause().isInstanceOf(LiveRefused.class);
		}
	}

	@Test
	void storesASignatureForGoodOnceThePaperPeriodHasPassed() throws Exception {
		FakeVenue venue = new FakeVenue();
		venue.exchange.marketPrices.put("PAP", "10");
		try (Solo executor = new Solo("paper", venue.url())) {
			executor.with(Map.of("VIGIE_LIVE_PAPER_PERIOD", "0s", "VIGIE_LIVE_PAPER_TRADES", "1")).start();
			assertThat(executor.post("/trading/live-acknowledgement", SIGNED, 409).path("detail").asString()).contains("0 trades, 1 are needed");
			OrderDoor.intend(executor.context(), entry("trend", "PAP", "1", "10"));
			org.awaitility.Awaitility.await().until(() -> executor.jdbc.sql("select count(*) from trades").query(Long.class).single() == 1);

			executor.post("/trading/live-acknowledgement", "{\"name\":\"Ada\",\"text\":\"yes\"}", 400);
			executor.post("/trading/live-acknowledgement", "{\"text\":\"" + Acknowledgement.STATEMENT + "\"}", 400);
			JsonNode signed = executor.post("/trading/live-acknowledgement", SIGNED, 201);

			assertThat(signed.path("paper_record").asString()).startsWith("trades 1, closed 0");
			assertThat(executor.get("/trading/live-acknowledgement").at("/signed/0/name").asString()).isEqualTo("Ada");
			assertThatThrownBy(() -> executor.jdbc.sql("delete from live_acknowledgements").update()).hasMessageContaining("never changed");
			assertThat(executor.context().getBean(Acknowledgements.class).genuine()).isPresent();
		}
		finally {
			venue.close();
		}
	}
}
