package io.vigie.simulator.market;

import static io.vigie.simulator.exchange.VenueFixture.market;
import static io.vigie.simulator.exchange.VenueFixture.recording;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.vigie.engine.market.Side;
import io.vigie.simulator.exchange.Command;
import io.vigie.simulator.exchange.Exchange;
import io.vigie.simulator.exchange.MarketEvent;
import io.vigie.simulator.exchange.OrderClass;
import io.vigie.simulator.exchange.Refused;
import io.vigie.simulator.journal.Journal;
import io.vigie.simulator.journal.JournalUnusable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarketTests {

	@TempDir
	private Path folder;

	private final AtomicLong nanos = new AtomicLong();
	private final List<MarketEvent> heard = new ArrayList<>();
	private final Exchange exchange = MarketFixtures.exchange(recording("SIM1", "100", "101", "102", "103"));
	private Journal journal;
	private Market market;

	@BeforeEach
	void open() {
		journal = MarketFixtures.journal(folder);
		market = MarketFixtures.market(exchange, journal, nanos);
		market.listen(heard::addAll);
	}

	@Test
	void printsWhatIsDue() {
		market.resume();
		pass(Duration.ofSeconds(61));
		market.tick();
		assertThat(prints()).containsExactly("102", "103");
	}

	@Test
	void tellsWhatPrintedEvenIfTheCommandAfterItIsRefused() {
		market.resume();
		pass(Duration.ofSeconds(1));
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> market.submit(at -> place(at, "NONE")));
		assertThat(prints()).containsExactly("102");
	}

	@Test
	void journalsBeforeAnybodyHears() {
		List<Boolean> journaled = new ArrayList<>();
		market.listen(_ -> journaled.add(lines().getLast().contains("\"place\"")));
		market.submit(at -> place(at, "SIM1"));
		assertThat(journaled).containsExactly(true);
	}

	@Test
	void changesNothingWhenTheJournalCanNotBeWritten() {
		journal.close();
		assertThatExceptionOfType(JournalUnusable.class).isThrownBy(() -> market.submit(at -> place(at, "SIM1")));
		assertThat(exchange.orders()).isEmpty();
		assertThat(heard).isEmpty();
	}

	@Test
	void doesNotJournalTheMerePassingOfTime() {
		market.resume();
		pass(Duration.ofSeconds(1));
		market.tick();
		int known = lines().size();
		for (int i = 0; i < 100; i++) {
			pass(Duration.ofMillis(10));
			market.tick();
		}
		assertThat(lines()).hasSize(known);
	}

	@Test
	void standsWhereItWasPaused() {
		market.resume();
		pass(Duration.ofSeconds(7));
		market.pause();
		pass(Duration.ofSeconds(100));
		assertThat(market.read(Exchange::now)).isEqualTo(market.advance(Duration.ofNanos(1)).minusNanos(1));
		assertThat(market.isRunning()).isFalse();
	}

	@Test
	void neverGoesBack() {
		market.advance(Duration.ofMinutes(1));
		Instant now = exchange.now();
		market.submit(at -> {
			assertThat(at).isEqualTo(now);
			return new Command.Advance(at);
		});
	}

	@Test
	void playsTheSameFromItsJournal() {
		try (ExecutorService traders = Executors.newFixedThreadPool(8)) {
			for (int i = 0; i < 200; i++) {
				traders.execute(() -> market.submit(at -> place(at, "SIM1")));
				traders.execute(() -> market.advance(Duration.ofMillis(700)));
			}
		}
		assertThat(exchange.orders()).hasSize(200);
		market.close();
		Exchange again = MarketFixtures.exchange(recording("SIM1", "100", "101", "102", "103"));
		try (Journal reopened = MarketFixtures.journal(folder)) {
			reopened.replay(again::apply);
		}
		assertThat(again.state()).isEqualTo(exchange.state());
	}

	@Test
	void replacesALargeJournalByASnapshot() {
		Market compact = new Market(exchange, journal, new MarketClock(exchange.now(), BigDecimal.ONE, nanos::get), 500);
		for (int i = 0; i < 10; i++) {
			compact.submit(at -> place(at, "SIM1"));
		}
		compact.tick();
		assertThat(journal.size()).isZero();
		assertThat(journal.state()).isEqualTo(exchange.state());
	}

	private void pass(Duration time) {
		nanos.addAndGet(time.toNanos());
	}

	private List<String> prints() {
		return heard.stream()
			.filter(MarketEvent.Printed.class::isInstance)
			.map(it -> ((MarketEvent.Printed) it).tick().price().toPlainString())
			.toList();
	}

	private List<String> lines() {
		try {
			return Files.readAllLines(folder.resolve("journal-0.jsonl"));
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static Command place(Instant at, String symbol) {
		return new Command.Place(at, market(symbol, Side.BUY, "1"), null, OrderClass.SIMPLE, null, null);
	}
}
