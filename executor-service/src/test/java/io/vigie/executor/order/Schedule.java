package io.vigie.executor.order;

import io.vigie.common.bot.Bots;
import io.vigie.common.message.Ids;
import io.vigie.common.message.Message;
import io.vigie.common.message.ProposalApproved;
import io.vigie.common.message.RunTask;
import io.vigie.common.message.TaskKind;
import io.vigie.common.message.TaskMessage;
import io.vigie.common.message.VerdictMessage;
import io.vigie.engine.ledger.Bookings;
import io.vigie.engine.order.ResendRule.Dialect;
import io.vigie.executor.ledger.Books;
import io.vigie.executor.ledger.Page;
import io.vigie.executor.schedule.Crash;
import io.vigie.executor.schedule.Ground;
import io.vigie.executor.schedule.Market;
import io.vigie.executor.schedule.Process;
import io.vigie.executor.schedule.Topic;
import io.vigie.executor.schedule.World;
import io.vigie.executor.task.TaskDoor;
import io.vigie.executor.venue.AnswerLost;
import io.vigie.executor.venue.VenueRejected;
import io.vigie.executor.venue.VenueUnavailable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;
import org.springframework.dao.DataAccessException;

/**
 * One seeded story: verdicts, fills, events and outages around the real order path, which dies at a random point a few times.
 * In the end everything that was under way arrives, nothing fails any more, and books and venue are compared.
 */
final class Schedule {

	static final BigDecimal CAPITAL = new BigDecimal("1000");
	private static final Duration LATER = Duration.ofSeconds(7);

	final World world;
	final Topic<VerdictMessage> verdicts = new Topic<>();
	final Topic<TaskMessage> tasks = new Topic<>();
	final List<Message<VerdictMessage>> approved = new ArrayList<>();
	final String bot;
	final String symbol;
	private final Ground ground;
	private final Defect defect;
	private final Market market;
	private final Audit audit;
	private Process process;
	private StepLanes lanes;
	private int crashesLeft;
	private boolean booking;
	private boolean publishing;
	private int published;
	private int audited;

	Schedule(long seed, Ground ground, Defect defect) {
		this.ground = ground;
		this.defect = defect;
		this.world = new World(seed, seed % 2 == 0 ? Dialect.ALPACA : Dialect.BINANCE);
		this.bot = "bot" + seed;
		this.symbol = "S" + seed;
		this.market = new Market(world, symbol);
		this.crashesLeft = world.luck.between(0, 4);
		world.meanwhile(this::meanwhile);
		process = live();
		lanes = process.parts.get(StepLanes.class);
		fund();
		audit = new Audit(this, ground);
	}

	/** Throws an assertion error with the whole story where something is doubled, lost or unbooked. */
	void run() {
		try {
			world.trouble();
			survive(() -> {
				begin();
				boot();
			});
			for (int step = world.luck.between(10, 26); step > 0; step--) {
				survive(this::step);
				if (world.commits() > audited && !world.crash.isDead()) {
					audit.atAnyTime();
					audited = world.commits();
				}
			}
			drain();
			audit.atAnyTime();
			audit.whole();
			ground.jdbc().update("update orders set state = 'CANCELED' where bot in (?, 'reserve') and state not in ('FILLED', 'CANCELED', 'EXPIRED', 'REJECTED')", bot);
		}
		catch (AssertionError | RuntimeException e) {
			throw new AssertionError(e + "\n" + world.story(), e);
		}
	}

	/** One of the things that can happen now. */
	private void step() {
		List<Runnable> possible = new ArrayList<>();
		offer(possible, 3, approved.size() < 4, this::decide);
		offer(possible, 5, verdicts.hasNews(), this::verdicts);
		offer(possible, 6, lanes.hasWork(), this::work);
		offer(possible, 2, true, this::settle);
		offer(possible, 4, market.isMoving(), market::move);
		offer(possible, 4, world.sentinel.hasNews(), world.sentinel::tellNext);
		offer(possible, 4, world.sentinel.topic.hasNews(), this::account);
		offer(possible, 3, world.commits() > published, this::publish);
		offer(possible, 1, true, this::tasks);
		offer(possible, 2, true, () -> world.pass(world.luck.upTo(Duration.ofSeconds(8))));
		offer(possible, 1, crashesLeft > 0, this::kill);
		offer(possible, 3, crashesLeft > 0 && !world.crash.isDoomed(), this::doom);
		world.luck.oneOf(possible).run();
	}

	private static void offer(List<Runnable> possible, int times, boolean now, Runnable step) {
		for (int i = 0; now && i < times; i++) {
			possible.add(step);
		}
	}

	private void kill() {
		crashesLeft--;
		world.crash.die("between two steps");
	}

	/** It will die soon, somewhere on its way. */
	private void doom() {
		doom(15);
	}

	private void doom(int within) {
		crashesLeft--;
		world.crash.dieAfter(world.luck.between(1, within));
	}

	/** Others are not held up while this process waits for an answer. */
	private void meanwhile(int steps) {
		for (int step = world.luck.between(0, steps); step > 0; step--) {
			switch (world.luck.between(1, 4)) {
				case 1 -> market.move();
				case 2 -> world.sentinel.tellNext();
				case 3 -> account();
				default -> publish();
			}
		}
	}

	private void decide() {
		if (approved.size() < 4) {
			int number = approved.size();
			boolean exit = number > 0 && world.luck.percent(35);
			Message<VerdictMessage> verdict = exit ? Verdicts.exit(world, bot, symbol, number, world.luck.oneOf(Verdicts.EXITS))
					: Verdicts.entry(world, bot, symbol, number, world.luck.between(10, 60));
			approved.add(verdict);
			verdicts.add(verdict);
			world.trace((exit ? "exit " : "entry ") + Intent.orderId((ProposalApproved) verdict.data()) + " approved");
		}
	}

	private void verdicts() {
		doing("intending", () -> verdicts.deliver(world, world.luck.between(1, 3), it -> process.plumbing.deliveries.deliver(it, process.parts.get(IntentDesk.class)::intend)));
	}

	private void account() {
		if (booking) {
			return;
		}
		booking = true;
		try {
			doing("booking", () -> world.sentinel.topic.deliver(world, world.luck.between(1, 4),
					it -> process.plumbing.deliveries.deliver(it, process.parts.get(AccountDesk.class)::book)));
		}
		finally {
			booking = false;
		}
	}

	private void tasks() {
		UUID id = Ids.named("task", world.seed, world.clock.instant());
		tasks.add(Message.beginning(id, "orchestrator", "executor", world.clock.instant(), new RunTask(id, TaskKind.HEALTH_CHECK, "executor", Map.of(), 1, "test",
				world.clock.instant().plusSeconds(60))));
		doTasks();
	}

	private void doTasks() {
		Consumer<List<Message<TaskMessage>>> desk = TaskDoor.of(process.parts);
		doing("reporting", () -> tasks.deliver(world, 2, it -> process.plumbing.deliveries.deliver(it, desk)));
	}

	private void work() {
		if (lanes.hasWork()) {
			if (world.isStormy() && crashesLeft > 0 && !world.crash.isDoomed() && world.luck.percent(40)) {
				doom(6);
			}
			doing("placing", lanes::workOne);
		}
	}

	private void settle() {
		doing("settling", process.parts.get(Settlement.class)::settleStale);
		work();
	}

	private void publish() {
		if (!publishing) {
			publishing = true;
			try {
				int before = world.commits();
				doing("publishing", process.plumbing::publish);
				published = before;
			}
			finally {
				publishing = false;
			}
		}
	}

	/** Outages pass, and whoever met one comes again. */
	private void doing(String what, Runnable work) {
		String before = world.doing;
		world.doing = what;
		world.trace(what);
		try {
			work.run();
		}
		catch (VenueUnavailable | AnswerLost | VenueRejected | DataAccessException | KafkaException e) {
			world.trace("  failed: " + e.getMessage());
		}
		finally {
			world.doing = before;
		}
	}

	/** Where the process has died, another one takes over. */
	private void survive(Runnable step) {
		try {
			step.run();
		}
		catch (Crash | CompletionException e) {
			died(e);
		}
		while (world.crash.isDead()) {
			world.trace("* started again");
			world.pass(world.luck.upTo(world.luck.percent(60) ? Duration.ofSeconds(2) : Duration.ofSeconds(10)));
			begin();
			try {
				boot();
			}
			catch (Crash | CompletionException e) {
				died(e);
			}
		}
	}

	private void died(Throwable e) {
		if (!world.crash.isDead()) {
			throw new AssertionError(e);
		}
		world.trace("* died " + e.getMessage());
	}

	private void begin() {
		world.crash.revive();
		booking = false;
		publishing = false;
		world.doing = "nothing";
		process = live();
		lanes = process.parts.get(StepLanes.class);
	}

	private Process live() {
		return Defects.process(world, ground, defect);
	}

	/** As the service does: nothing new is taken on before everything open was settled. */
	private void boot() {
		for (int attempt = 0; attempt < 20; attempt++) {
			boolean[] done = { false };
			doing("booting", () -> {
				process.parts.get(Settlement.class).settleAll();
				done[0] = true;
			});
			if (done[0]) {
				return;
			}
			world.pass(Duration.ofSeconds(1));
		}
		throw new AssertionError("the process does not come up");
	}

	/** Everything arrives. */
	private void drain() {
		world.calm();
		if (world.crash.isDead() || world.luck.percent(40)) {
			begin();
			world.crash.revive();
			boot();
		}
		for (int round = 0; round < 40; round++) {
			world.pass(LATER);
			while (verdicts.hasNews()) {
				verdicts();
			}
			settleCalmly();
			if (round < 2) {
				market.fillAll();
			}
			while (world.sentinel.hasNews()) {
				world.sentinel.tellNext();
			}
			if (round > 0) {
				world.sentinel.fillGaps();
			}
			while (world.sentinel.topic.hasNews()) {
				account();
			}
			while (tasks.hasNews()) {
				doTasks();
			}
			publish();
			if (round > 1 && !lanes.hasWork() && audit.isQuiet()) {
				return;
			}
		}
	}

	private void settleCalmly() {
		while (lanes.hasWork()) {
			work();
		}
		settle();
		while (lanes.hasWork()) {
			work();
		}
	}

	private void fund() {
		Instant at = Instant.EPOCH;
		process.transactions.executeWithoutResult(_ -> {
			Books books = process.parts.get(Books.class);
			books.begin(Bots.RESERVE, "USD", at);
			books.begin(bot, "USD", at);
			Page page = books.open(List.of(bot), List.of(), List.of());
			page.book(Bookings.opening("opening:" + bot, bot, "USD", CAPITAL, "capital", at), null);
			page.write();
		});
	}
}
