package io.vigie.backtest.command;

import io.vigie.backtest.data.BadData;
import io.vigie.backtest.data.Resampled;
import io.vigie.backtest.run.CompletedRun;
import io.vigie.backtest.run.Folder;
import io.vigie.backtest.run.Plan;
import io.vigie.backtest.sweep.Choice;
import io.vigie.backtest.sweep.Inquiry;
import io.vigie.backtest.sweep.Study;
import io.vigie.backtest.sweep.Sweep;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code ./vigie backtest}, without the launcher. */
public final class BacktestProgram {

	private static final int THREADS = Runtime.getRuntime().availableProcessors();

	private final Consumer<String> lines;
	private final Consumer<String> progress;

	/**
	 * @param lines takes what is said, line by line
	 * @param progress takes what is drawn over; does nothing where nobody looks
	 */
	public BacktestProgram(Consumer<String> lines, Consumer<String> progress) {
		this.lines = lines;
		this.progress = progress;
	}

	/** @throws Unusable where the words, or the data they name, make no backtest */
	public void run(List<String> words) {
		if (words.contains("--help") || words.contains("-h")) {
			lines.accept(Options.HELP.stripTrailing());
			return;
		}
		try {
			Options options = Options.parse(words);
			Sweep sweep = sweep(options);
			Plan plan = sweep == null ? options.plan() : options.plan().with(sweep.ranked().getFirst().parameters());
			CompletedRun run = shown(plan::run);
			Summary.of(run).forEach(lines);
			Inquiry inquiry = shown(it -> Inquiry.of(options.questions(), study(plan), plan.parameters(), run.result(), sweep, THREADS, it));
			inquiry.findings().forEach(it -> TableText.of(it).forEach(lines));
			TableText.of(inquiry.verdict()).forEach(lines);
			Path out = options.out();
			if (out != null) {
				Folder.write(run, inquiry, out).forEach(it -> lines.accept("Wrote " + it));
			}
		}
		catch (BadData e) {
			throw new Unusable(e.sentence(), e);
		}
		catch (IllegalArgumentException e) {
			throw new Unusable(e.getMessage() + ".", e);
		}
		catch (IOException e) {
			throw new Unusable("The files can't be written: " + e.getMessage(), e);
		}
	}

	private @Nullable Sweep sweep(Options options) {
		Choice choice = options.questions().choice();
		if (choice == null) {
			return null;
		}
		Study study = study(options.plan());
		Sweep sweep = shown(it -> Sweep.run(study, choice, THREADS, it));
		if (sweep.ranked().isEmpty()) {
			throw new Unusable("'--sweep' has no combination that " + options.plan().strategy().name() + " takes.");
		}
		return sweep;
	}

	private static Study study(Plan plan) {
		return new Study(plan.strategy(), Resampled.bars(plan.data(), plan.timeframe()), plan.assumptions());
	}

	/** Whatever takes long shows how far it is. */
	private <T> T shown(Function<DoubleConsumer, T> work) {
		ProgressBar bar = new ProgressBar(progress, System::nanoTime);
		T done = work.apply(bar);
		bar.end();
		return done;
	}
}
