package io.vigie.executor.order;

import static io.vigie.executor.testing.VerdictFixtures.entry;
import static io.vigie.executor.testing.VerdictFixtures.exit;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.executor.block.EntryBlocks;
import io.vigie.executor.testing.ExecutorTest;
import io.vigie.executor.testing.FakeOrder;
import io.vigie.executor.testing.FakeVenue.Fault;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** At a venue that takes any order: what keeps a position from being sold twice is ours alone. */
class OwnStopIT extends ExecutorTest {

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
	@Autowired
	private Rearming rearming;
	@Autowired
	private OwnOrders own;
	@Autowired
	private Orders orders;
	@Autowired
	private Lanes lanes;
	@Autowired
	private Settlement settlement;
	@Autowired
	private EntryBlocks blocks;

	@Test
	void intendsNoMoreStopsThanIsHeldHoweverManyWantOne() {
		Order entry = bought("OWA", "5");
		cancelLegs("OWA");

		List<CompletableFuture<Boolean>> tries = IntStream.range(0, 8)
			.mapToObj(_ -> CompletableFuture.supplyAsync(() -> own.protect(UUID.randomUUID(), entry, new BigDecimal("5"), new BigDecimal("9.8"), "test"),
					threads))
			.toList();

		tries.forEach(CompletableFuture::join);
		await(() -> assertThat(openSells("OWA")).hasSize(1));
		assertThat(jdbc.sql("select sum(quantity) from orders where symbol = 'OWA' and role = 'STOP_LOSS' and client_order_id like 'trend-%'")
			.query(BigDecimal.class).single()).isEqualByComparingTo("5");
	}

	@Test
	void intendsAStopOfANameOnce() {
		Order entry = bought("OWB", "5");
		cancelLegs("OWB");
		await(() -> assertThat(openSells("OWB")).hasSize(1));
		Order stop = orders.after(entry).getLast();

		assertThat(rearming.intend(stop.id(), entry, BigDecimal.ONE, BigDecimal.ONE, "test")).isEmpty();
	}

	@Test
	void intendsNoStopForWhatIsBeingSold() {
		Order entry = bought("OWC", "5");
		var exit = exit("trend", "OWC", "5");
		say(exit);
		awaitState(clientOrderId(exit), "ACCEPTED");

		assertThat(rearming.intend(UUID.randomUUID(), entry, BigDecimal.ONE, BigDecimal.ONE, "test")).isEmpty();
		assertThat(own.close(UUID.randomUUID(), "trend", "OWC", "test")).isFalse();
		tell(VENUE.exchange.fill(VENUE.exchange.byClientId(clientOrderId(exit)).getFirst(), "5", "10"));
		awaitState(clientOrderId(exit), "FILLED");
	}

	@Test
	void doesNotSendAStopThatCameToNothingWhileItWaited() {
		Order entry = bought("OWD", "5");
		lanes.stop();
		FakeOrder bracket = awaitOrder("OWD");
		VENUE.exchange.cancel(bracket.legs.getFirst().id);
		tell(VENUE.exchange.told(bracket.legs.getFirst(), io.vigie.common.message.VenueEvent.CANCELED));
		tell(VENUE.exchange.told(bracket.legs.get(1), io.vigie.common.message.VenueEvent.CANCELED));
		await(() -> assertThat(orders.after(entry)).filteredOn(Order::isOwn).hasSize(1));
		String stop = orders.after(entry).getLast().clientOrderId();
		tell(VENUE.exchange.unitsTaken(bracket, "5"));
		await(() -> assertThat(jdbc.sql("select quantity from positions where symbol = 'OWD'").query(BigDecimal.class).single()).isZero());
		isLongAgo(stop);

		lanes.start();
		settlement.settleAll();

		awaitState(stop, "CANCELED");
		assertThat(VENUE.sent).doesNotContain(stop);
	}

	@Test
	void asksAboutAStopWithoutTheVenuesWordBeforeItSells() {
		bought("OWE", "5");
		VENUE.lookUpFails = true;
		VENUE.faults.add(Fault.ERROR_AFTER_ACCEPT);
		FakeOrder bracket = awaitOrder("OWE");
		VENUE.exchange.cancel(bracket.legs.getFirst().id);
		tell(VENUE.exchange.told(bracket.legs.getFirst(), io.vigie.common.message.VenueEvent.CANCELED));
		tell(VENUE.exchange.told(bracket.legs.get(1), io.vigie.common.message.VenueEvent.CANCELED));
		await(() -> assertThat(openSells("OWE")).hasSize(1));
		FakeOrder stop = openSells("OWE").getFirst();
		var exit = exit("trend", "OWE", "5");
		say(exit);
		VENUE.lookUpFails = false;

		await(() -> assertThat(VENUE.exchange.byClientId(clientOrderId(exit))).hasSize(1));

		assertThat(stop.status).isEqualTo("canceled");
		tell(VENUE.exchange.fill(VENUE.exchange.byClientId(clientOrderId(exit)).getFirst(), "5", "10"));
		awaitState(clientOrderId(exit), "FILLED");
	}

	@Test
	void doesNotSendAnEntryThatWasIntendedBeforeEntriesWereBlocked() {
		lanes.stop();
		var verdict = entry("trend", "OWF", "5", "10");
		say(verdict);
		awaitState(clientOrderId(verdict), "INTENDED");
		isLongAgo(clientOrderId(verdict));
		blocks.block("test", "a test wants it");
		try {
			lanes.start();
			settlement.settleAll();

			awaitState(clientOrderId(verdict), "CANCELED");
			assertThat(VENUE.sent).doesNotContain(clientOrderId(verdict));
		}
		finally {
			blocks.lift("test");
			lanes.start();
		}
	}

	private Order bought(String symbol, String quantity) {
		say(entry("trend", symbol, quantity, "10"));
		FakeOrder order = awaitOrder(symbol);
		tell(VENUE.exchange.fill(order, quantity, "10"));
		awaitState(order.clientOrderId, "FILLED");
		return orders.lastEntry("trend", symbol).orElseThrow();
	}

	private void cancelLegs(String symbol) {
		FakeOrder bracket = awaitOrder(symbol);
		VENUE.exchange.cancel(bracket.legs.getFirst().id);
		bracket.legs.forEach(it -> tell(VENUE.exchange.told(it, io.vigie.common.message.VenueEvent.CANCELED)));
	}

	private static List<FakeOrder> openSells(String symbol) {
		return VENUE.exchange.all().stream().filter(it -> it.symbol.equals(symbol) && it.side.equals("sell") && it.isOpen()).toList();
	}
}
