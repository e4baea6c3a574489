package io.vigie.executor.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.common.bot.Bots;
import io.vigie.common.message.Message;
import io.vigie.common.message.ProposalApproved;
import io.vigie.common.message.VerdictMessage;
import io.vigie.engine.ledger.Bookings;
import io.vigie.engine.order.OrderState;
import io.vigie.engine.order.ResendRule.Dialect;
import io.vigie.executor.ledger.Books;
import io.vigie.executor.ledger.Page;
import io.vigie.executor.schedule.Crash;
import io.vigie.executor.schedule.Fault;
import io.vigie.executor.schedule.Ground;
import io.vigie.executor.schedule.Market;
import io.vigie.executor.schedule.ModelVenue.Kept;
import io.vigie.executor.schedule.Process;
import io.vigie.executor.schedule.World;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rare stories of an order that is sent again, written out: an earlier send may still arrive, whenever it left. */
class ResendIT {

	private static Ground ground;

	private World world;
	private Process process;
	private Order order;

	@BeforeAll
	static void lay() {
		ground = new Ground("resend");
	}

	@AfterAll
	static void leave() {
		ground.close();
	}

	@BeforeEach
	void clear() {
		ground.clear();
	}

	@ParameterizedTest
	@EnumSource
	void countsFromTheLastSendThoughTheProcessDiedOverIt(Dialect dialect) {
		begin(dialect);
		world.plan(Fault.RESET_BEFORE);
		send();
		assertThat(state()).isEqualTo(OrderState.UNKNOWN);
		world.pass(Duration.ofSeconds(7));

		world.plan(Fault.ACTED_LATE);
		dieAt("before commit of its lost answer", this::settle);
		restart();
		int sent = world.sends();
		settle();

		assertThat(world.sends()).as("sent again while the last send may still arrive").isEqualTo(sent);
		assertOneOrderInTheEnd();
	}

	@ParameterizedTest
	@EnumSource
	void countsFromTheFirstSendThoughTheIntentIsOld(Dialect dialect) {
		begin(dialect);
		world.pass(Duration.ofSeconds(20));
		world.plan(Fault.ACTED_LATE);
		dieAt("before commit of its lost answer", this::send);
		restart();
		settle();

		assertThat(world.sends()).as("sent again while the first send may still arrive").isEqualTo(1);
		assertOneOrderInTheEnd();
	}

	@ParameterizedTest
	@EnumSource
	void doesNotTakeTheRefusalOfARepeatForTheFirstSend(Dialect dialect) {
		begin(dialect);
		world.plan(Fault.ACTED_LATE);
		send();
		restart();
		world.plan(Fault.REJECT);
		settle();

		assertThat(state()).as("while the first send may still arrive").isEqualTo(OrderState.UNKNOWN);
		assertOneOrderInTheEnd();
	}

	@Test
	void givesUpAnEntryThatWasNeverAnsweredForOnceItsPriceIsOld() {
		begin(Dialect.ALPACA);
		for (int second = 0; second < 400 && !state().isFinal(); second += 5) {
			world.plan(Fault.RESET_BEFORE);
			settle();
			world.pass(Duration.ofSeconds(5));
		}

		assertThat(state()).isEqualTo(OrderState.REJECTED);
		assertThat(world.venue.kept()).isEmpty();
		assertThat(ground.jdbc().queryForObject("select held from portfolios where bot = 'trend'", BigDecimal.class)).isZero();
	}

	/** An entry is intended, and not yet sent. */
	private void begin(Dialect dialect) {
		world = new World(1, dialect);
		restart();
		process.transactions.executeWithoutResult(_ -> {
			Books books = process.parts.get(Books.class);
			books.begin(Bots.RESERVE, "USD", Instant.EPOCH);
			books.begin("trend", "USD", Instant.EPOCH);
			Page page = books.open(List.of("trend"), List.of(), List.of());
			page.book(Bookings.opening("opening", "trend", "USD", new BigDecimal("1000"), "capital", Instant.EPOCH), null);
			page.write();
		});
		Message<VerdictMessage> verdict = Verdicts.entry(world, "trend", "BTC", 1, 10);
		process.parts.get(IntentDesk.class).intend(List.of(verdict));
		order = process.parts.get(Orders.class).one(Intent.orderId((ProposalApproved) verdict.data())).orElseThrow();
	}

	private void restart() {
		world.crash.revive();
		world.doing = "settling";
		process = Defects.process(world, ground, Defect.NONE);
	}

	private void send() {
		process.parts.get(StepLanes.class).workOne();
	}

	private void settle() {
		Order now = process.parts.get(Orders.class).one(order.id()).orElseThrow();
		process.parts.get(Placement.class).settle(now);
	}

	private void dieAt(String point, Runnable work) {
		world.crash.dieAt(point);
		assertThatThrownBy(() -> {
			work.run();
			if (world.crash.isDead()) {
				throw new AssertionError("died inside the lane");
			}
		}).isInstanceOfAny(Crash.class, AssertionError.class);
	}

	private OrderState state() {
		return process.parts.get(Orders.class).one(order.id()).orElseThrow().life().state();
	}

	private void assertOneOrderInTheEnd() {
		for (int i = 0; i < 6; i++) {
			world.pass(Duration.ofSeconds(4));
			new Market(world, "BTC").fillAll();
			settle();
		}
		assertThat(world.venue.kept().stream().filter(it -> !it.leg()).map(Kept::clientId)).containsExactly(order.clientOrderId());
		assertThat(state()).isEqualTo(OrderState.FILLED);
	}
}
