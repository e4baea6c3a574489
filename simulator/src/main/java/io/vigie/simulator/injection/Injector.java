package io.vigie.simulator.injection;

import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.simulator.exchange.Command;
import io.vigie.simulator.exchange.Exchange;
import io.vigie.simulator.fault.Armed;
import io.vigie.simulator.fault.BadScript;
import io.vigie.simulator.fault.Fault;
import io.vigie.simulator.fault.Firing;
import io.vigie.simulator.fault.Harm;
import io.vigie.simulator.fault.Occasion;
import io.vigie.simulator.fault.OrderHarm;
import io.vigie.simulator.fault.Plan;
import io.vigie.simulator.fault.Script;
import io.vigie.simulator.fault.ScriptReader;
import io.vigie.simulator.market.Market;
import io.vigie.simulator.setting.Variables;
import io.vigie.simulator.setting.WrongSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Everything that is armed, and the record of what struck. Faults of requests and streams are kept here, those of orders
 * by the venue, whose journal needs them. Nothing outlives the process but what the variable names. Thread-safe; never
 * asks the market while it holds its own lock, because the market calls it under its.
 */
@Component
public class Injector {

	private static final String VARIABLE = "VIGIE_SIMULATOR_FAULTS";
	private static final int REMEMBERED = 100_000;

	private final Market market;
	private final Clock clock;
	private final MeterRegistry registry;
	private final Plan plan = new Plan(List.of(), this::record);
	private final Deque<Struck> record = new ArrayDeque<>();
	private long count;
	private volatile boolean quiet = true;

	Injector(Market market, Variables variables, Clock clock, MeterRegistry registry) {
		this.market = market;
		this.clock = clock;
		this.registry = registry;
		market.witness(this::record);
		if (!market.read(Exchange::hazards).isEmpty()) {
			market.submit(Command.Disarm::new);
		}
		variables.find(VARIABLE).map(Path::of).map(Injector::read).ifPresent(this::arm);
	}

	/** @throws BadScript where a name is taken */
	public void arm(Script script) {
		Script named = script.named(armed().stream().map(Armed::name).collect(Collectors.toSet()));
		List<Fault> venues = named.faults().stream().filter(it -> it.harm() instanceof OrderHarm).toList();
		List<Fault> others = named.faults().stream().filter(it -> !(it.harm() instanceof OrderHarm)).toList();
		if (!venues.isEmpty()) {
			market.submit(at -> new Command.Arm(at, named.seed(), venues));
		}
		Instant at = market.time();
		synchronized (this) {
			plan.arm(named.seed(), others, at);
			quiet = plan.isEmpty();
		}
	}

	public void disarm() {
		synchronized (this) {
			plan.clear();
			quiet = true;
		}
		market.submit(Command.Disarm::new);
	}

	public List<Armed> armed() {
		List<Armed> atVenue = market.read(Exchange::hazards);
		synchronized (this) {
			return Stream.concat(plan.armed().stream(), atVenue.stream()).toList();
		}
	}

	/** Whether no request and no stream can be struck. */
	public boolean isQuiet() {
		return quiet;
	}

	public Instant now() {
		return market.time();
	}

	/** What strikes, recorded. */
	public synchronized List<Harm> strike(Occasion occasion, Instant now) {
		return quiet ? List.of() : plan.strike(occasion, now);
	}

	/** What struck after the number given, oldest first. */
	public synchronized List<Struck> firings(long after) {
		return record.stream().filter(it -> it.number() > after).toList();
	}

	public synchronized void forget() {
		record.clear();
	}

	/** A script by which exactly the same is struck again. */
	public Script replay() {
		Set<Armed> armed = Set.copyOf(armed());
		List<Struck> struck = firings(0);
		List<Fault> faults = armed.stream().sorted(Comparator.comparing(Armed::name)).map(it -> it.fault()
			.exactly(struck.stream().filter(of(it)).map(one -> one.firing().match()).toList())).toList();
		return new Script("What struck until " + market.time(), null, faults);
	}

	private synchronized void record(Firing firing) {
		count++;
		record.addLast(new Struck(count, clock.instant(), firing));
		if (record.size() > REMEMBERED) {
			record.removeFirst();
		}
		registry.counter("simulator.faults", "kind", firing.kind()).increment();
	}

	private static Predicate<Struck> of(Armed armed) {
		return it -> it.firing().fault().equals(armed.name()) && !it.firing().at().isBefore(armed.at());
	}

	private static Script read(Path path) {
		try {
			return ScriptReader.read(Files.readString(path));
		}
		catch (IOException _) {
			throw new WrongSetting(VARIABLE, path.toString(), "the path of a readable script of faults");
		}
		catch (BadScript e) {
			throw new WrongSetting(VARIABLE + " names " + path + ", which is wrong: " + e.getMessage() + ".");
		}
	}

	/**
	 * @param number in order of firing
	 * @param wallTime by this machine's clock
	 */
	public record Struck(long number, Instant wallTime, Firing firing) {
	}
}
