package io.vigie.backtest.command;

import io.vigie.backtest.data.BadData;
import io.vigie.backtest.run.CompletedRun;
import io.vigie.backtest.run.Folder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** {@code ./vigie backtest}, without the launcher. */
public final class BacktestProgram {

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
			ProgressBar bar = new ProgressBar(progress, System::nanoTime);
			CompletedRun run = options.plan().run(bar);
			bar.end();
			Summary.of(run).forEach(lines);
			Path out = options.out();
			if (out != null) {
				Folder.write(run, out).forEach(it -> lines.accept("Wrote " + it));
			}
		}
		catch (BadData e) {
			throw new Unusable(e.sentence(), e);
		}
		catch (IOException e) {
			throw new Unusable("The files can't be written: " + e.getMessage(), e);
		}
	}
}
