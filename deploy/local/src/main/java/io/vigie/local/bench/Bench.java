package io.vigie.local.bench;

import io.vigie.local.setting.Refusal;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;

/** Rounds of one run, one measurement after the other, so that whatever else the machine does hits all of them alike. */
public final class Bench {

	private static final int WARM_UP_SECONDS = 10;

	private static final int LEAST_WARM_UPS = 6;

	private static final int MOST_WARM_UPS = 15;

	/** Warm is who gains less than this from going on for as long again as the last three took. */
	private static final double GAIN = 0.9;

	private static final int COMPARED = 3;

	private static final long SETTLE_MILLIS = 1_500;

	private final BenchOptions options;

	private final String bootstrap;

	private final Supplier<Echo.Step> commits;

	private final String analystUrl;

	private final LongSupplier analyst;

	private final List<String> symbols;

	private final Prints prints;

	private final Consumer<String> screen;

	/**
	 * @param database its address
	 * @param password of the services at the database
	 * @param simulator its address
	 * @param analystUrl the analyst's address
	 * @param analyst its process
	 * @param screen told how far it is
	 */
	public Bench(BenchOptions options, String bootstrap, String database, String password, String simulator, String analystUrl,
			LongSupplier analyst, Consumer<String> screen) {
		this.options = options;
		this.bootstrap = bootstrap;
		this.commits = () -> Commits.of(database, password);
		this.analystUrl = analystUrl;
		this.analyst = analyst;
		this.symbols = BenchSettings.symbols(options.rate());
		this.prints = new Prints(simulator, symbols);
		this.screen = screen;
	}

	public void run() throws IOException, InterruptedException {
		prints.all();
		List<Round> rounds = new ArrayList<>();
		try (Transcript transcript = new Transcript(bootstrap); Echo echo = new Echo("echo", bootstrap, () -> Echo.Step.NOTHING);
				Echo committing = new Echo("commits", bootstrap, commits); Throughput throughput = new Throughput(bootstrap, analystUrl, symbols)) {
			warmUp(transcript, echo, committing);
			throughput.run(analyst.getAsLong(), options.ticks(), prints.all());
			screen.accept("%d bars/s are judged, %d orders/s come of them (half entries, half exits); %d rounds of %d s each."
					.formatted(options.rate(), options.rate() / options.stay(), options.rounds(), options.seconds()));
			screen.accept(Report.heading());
			for (int number = 1; number <= options.rounds(); number++) {
				Round round = round(transcript, echo, committing, throughput);
				rounds.add(round);
				screen.accept(Report.line(number, round));
			}
		}
		screen.accept("");
		Report.hops(rounds).forEach(screen);
		screen.accept("");
		screen.accept("An exit first cancels what rests at the venue and waits for the venue's word on it; its figures are shown beside the others.");
		screen.accept("tick→fill leaves out what the venue waits for its own next price.");
		Report.summary(rounds).forEach(screen);
		if (prints.failures() > 0) {
			screen.accept("%d prints were not taken by the simulator.".formatted(prints.failures()));
		}
	}

	/** Until the platform no longer gets faster: the first orders of new JVMs are slow. */
	private void warmUp(Transcript transcript, Echo echo, Echo committing) throws IOException, InterruptedException {
		List<Double> medians = new ArrayList<>();
		while (medians.size() < MOST_WARM_UPS && !isWarm(medians)) {
			Chains chains = trade(transcript, WARM_UP_SECONDS);
			Sample orders = chains.tickToOrder(false);
			medians.add(orders.isEmpty() ? Double.MAX_VALUE : orders.percentile(50));
			screen.accept("Warming up, %d of at most %d: %d signals, %d entries and %d exits filled, %d refused; tick→order %s".formatted(
					medians.size(), MOST_WARM_UPS, chains.signals(), chains.tickToFill(false).size(), chains.tickToFill(true).size(),
					chains.refused(), orders.p50AndP99()));
			echo.run(2, options.rate());
			committing.run(2, options.rate());
			if (medians.size() == LEAST_WARM_UPS && chains.tickToFill(false).isEmpty()) {
				throw new Refusal("The platform does not trade what the bench prints: see .vigie/bench/logs.");
			}
		}
	}

	/** Single ones vary more than what is gained: the best of the last few counts against the best of those before. */
	static boolean isWarm(List<Double> medians) {
		int before = medians.size() - COMPARED;
		return medians.size() >= LEAST_WARM_UPS
				&& Collections.min(medians.subList(before, medians.size())) > GAIN * Collections.min(medians.subList(0, before));
	}

	private Round round(Transcript transcript, Echo echo, Echo committing, Throughput throughput) throws IOException, InterruptedException {
		Chains chains = trade(transcript, options.seconds());
		Sample bare = echo.run(options.seconds(), options.rate());
		Sample durable = committing.run(options.seconds(), options.rate());
		Instant market = prints.all();
		return new Round(chains, bare, durable, throughput.run(analyst.getAsLong(), options.ticks(), market));
	}

	private Chains trade(Transcript transcript, int seconds) throws IOException, InterruptedException {
		Map<TopicPartition, Long> from = transcript.ends();
		prints.run(seconds);
		Thread.sleep(SETTLE_MILLIS);
		return transcript.read(from, transcript.ends());
	}
}
