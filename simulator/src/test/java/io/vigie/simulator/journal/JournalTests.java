package io.vigie.simulator.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.vigie.engine.market.Side;
import io.vigie.engine.venue.Depth;
import io.vigie.simulator.exchange.Command;
import io.vigie.simulator.exchange.Dialect;
import io.vigie.simulator.exchange.Exchange;
import io.vigie.simulator.exchange.Kind;
import io.vigie.simulator.exchange.OrderClass;
import io.vigie.simulator.exchange.Rules;
import io.vigie.simulator.exchange.Terms;
import io.vigie.simulator.exchange.TimeInForce;
import io.vigie.simulator.exchange.VenueFixture;
import io.vigie.simulator.fault.Script;
import io.vigie.simulator.fault.ScriptReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTests {

	private static final Instant START = VenueFixture.START;
	private static final Founding FOUNDING = new Founding("seed", START, Map.of("SIM1", "4 prints"), "rules");

	@TempDir
	private Path folder;

	@Test
	void givesBackEveryKindOfCommandExactly() {
		List<Command> written = List.of(new Command.Advance(START),
				new Command.Inject(START.plusNanos(1), List.of(new Command.Injected("BENCH01/USD", new BigDecimal("100.10"), BigDecimal.ONE))),
				place(), new Command.Cancel(START.plusNanos(3), UUID.randomUUID()),
				new Command.Replace(START.plusNanos(4), UUID.randomUUID(), new BigDecimal("0.000000001"), TimeInForce.GTC,
						new BigDecimal("1.5"), null, null, "other"));
		try (Journal journal = open()) {
			written.forEach(journal::append);
		}
		assertThat(reopened()).isEqualTo(written);
	}

	@Test
	void givesBackWhatGoesWrongAndWhatMovesCashExactly() {
		Script script = ScriptReader.read("""
				{ "seed": 99, "faults": [
				  { "name": "a", "about": "b", "do": { "kind": "partial_fills", "share": 0.25 }, "on": { "symbols": "AAPL", "side": "buy" },
				    "when": { "times": 3, "after": 1, "probability": 0.5, "from": "2026-01-05T00:00:00Z", "until_seconds": 2.5, "for_seconds": 9 } },
				  { "do": { "kind": "partial_fills", "largest": 3 } }, { "do": { "kind": "order_rejected", "reason": "why" } },
				  { "do": { "kind": "stop_refused", "how": "rejected", "message": "no" } }, { "do": { "kind": "insufficient_qty", "available": 1.5 } },
				  { "do": { "kind": "symbol_halted", "how": "refused" }, "when": { "matches": [1, 4] } }, { "do": { "kind": "symbol_halted" } } ] }""");
		List<Command> written = List.of(new Command.Arm(START, script.seed(), script.faults()), new Command.Disarm(START.plusNanos(1)),
				new Command.Speak(START.plusNanos(2), Dialect.BINANCE),
				new Command.Move(START.plusNanos(3), "DIV", new BigDecimal("2.40"), "AAPL", BigDecimal.TEN, new BigDecimal("0.24"), UUID.randomUUID(),
						LocalDate.parse("2026-01-04"), "Dividend", true),
				new Command.Move(START.plusNanos(4), "INT", BigDecimal.ONE, null, null, null, null, null, "Interest", false),
				new Command.Split(START.plusNanos(5), "AAPL", new BigDecimal("4"), BigDecimal.ONE, true));
		try (Journal journal = open()) {
			written.forEach(journal::append);
		}
		assertThat(reopened()).isEqualTo(written);
	}

	@Test
	void givesBackASnapshotOfAVenueInWhichThingsWentWrong() {
		VenueFixture venue = VenueFixture.open();
		Script script = ScriptReader.read("{\"do\":{\"kind\":\"partial_fills\",\"share\":0.25}}");
		venue.apply(new Command.Arm(venue.next(), script.seed(), script.named(Set.of()).faults()));
		venue.buy(VenueFixture.AAPL, "10");
		venue.print(VenueFixture.AAPL, "100");
		venue.apply(new Command.Split(venue.next(), VenueFixture.AAPL, new BigDecimal("4"), BigDecimal.ONE, true));
		venue.apply(new Command.Speak(venue.next(), Dialect.BINANCE));
		try (Journal journal = open()) {
			journal.compact(venue.exchange().state());
		}
		try (Journal journal = open()) {
			assertThat(journal.state()).isEqualTo(venue.exchange().state());
		}
	}

	@Test
	void takesASnapshotFromBeforeThereWereFaults() throws IOException {
		try (Journal journal = open()) {
			journal.compact(VenueFixture.open().exchange().state());
		}
		Path market = folder.resolve("market.json");
		String old = Files.readString(market).replace(",\"hazards\":[]", "").replace(",\"dialect\":\"ALPACA\"", "").replace(",\"splits\":[]", "");
		Files.writeString(market, old);
		assertThat(old).doesNotContain("hazards", "dialect", "splits");
		try (Journal journal = open()) {
			assertThat(journal.state()).isEqualTo(VenueFixture.open().exchange().state());
		}
	}

	@Test
	void keepsTheFoundingOfTheFirstDay() {
		open().close();
		try (Journal journal = Journal.open(folder, () -> new Founding("other", START, Map.of(), "other"))) {
			assertThat(journal.founding()).isEqualTo(FOUNDING);
		}
	}

	@Test
	void cutsOffACommandThatWasNotWrittenWholeAndGoesOn() throws IOException {
		try (Journal journal = open()) {
			journal.append(new Command.Advance(START));
		}
		Files.writeString(folder.resolve("journal-0.jsonl"), "{\"do\":\"adva", StandardOpenOption.APPEND);
		try (Journal journal = open()) {
			List<Command> found = new ArrayList<>();
			journal.replay(found::add);
			assertThat(found).containsExactly(new Command.Advance(START));
			journal.append(new Command.Advance(START.plusSeconds(1)));
		}
		assertThat(reopened()).containsExactly(new Command.Advance(START), new Command.Advance(START.plusSeconds(1)));
	}

	@Test
	void refusesAJournalThatIsDamagedInTheMiddle() throws IOException {
		open().close();
		Files.writeString(folder.resolve("journal-0.jsonl"), "nonsense\n{\"do\":\"advance\",\"at\":\"2026-01-05T00:00:00Z\"}\n");
		assertThatExceptionOfType(JournalUnusable.class).isThrownBy(this::reopened)
			.withMessageContaining("journal-0.jsonl, line 1 is damaged");
	}

	@Test
	void refusesAFolderThatAnotherSimulatorUses() {
		try (Journal _ = open()) {
			assertThatExceptionOfType(JournalUnusable.class).isThrownBy(this::open).withMessageContaining("in use by another simulator");
		}
	}

	@Test
	void startsOverFromASnapshotWithoutTheCommandsBefore() {
		Rules rules = VenueFixture.rules(Depth.UNLIMITED, true);
		Exchange exchange = Exchange.open("seed", START, List.of(), rules);
		Command print = new Command.Inject(START, List.of(new Command.Injected("BTC/USD", new BigDecimal("800"), BigDecimal.ONE)));
		try (Journal journal = open()) {
			for (Command command : List.of(print, place(), new Command.Inject(START.plusSeconds(2), List.of(
					new Command.Injected("BTC/USD", new BigDecimal("801"), BigDecimal.TEN))))) {
				journal.append(command);
				exchange.apply(command);
			}
			journal.compact(exchange.state());
			assertThat(journal.size()).isZero();
			journal.append(new Command.Advance(START.plusSeconds(3)));
		}
		try (Journal journal = open()) {
			assertThat(journal.state()).isEqualTo(exchange.state());
			assertThat(Exchange.resume(Objects.requireNonNull(journal.state()), List.of(), rules).state())
				.isEqualTo(exchange.state());
		}
		assertThat(reopened()).containsExactly(new Command.Advance(START.plusSeconds(3)));
		assertThat(folder.resolve("journal-0.jsonl")).doesNotExist();
	}

	private Journal open() {
		return Journal.open(folder, () -> FOUNDING);
	}

	private List<Command> reopened() {
		List<Command> found = new ArrayList<>();
		try (Journal journal = open()) {
			journal.replay(found::add);
		}
		return found;
	}

	private static Command place() {
		Terms terms = new Terms("BTC/USD", Side.BUY, new BigDecimal("1.50"), null, Kind.MARKET, TimeInForce.GTC, null, null, null, null,
				false);
		return new Command.Place(START.plusNanos(2), terms, "mine", OrderClass.BRACKET, new BigDecimal("900"),
				new Command.StopLoss(new BigDecimal("700"), null));
	}
}
