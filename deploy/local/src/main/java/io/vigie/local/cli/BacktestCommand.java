package io.vigie.local.cli;

import io.vigie.backtest.command.BacktestProgram;
import io.vigie.backtest.command.Unusable;
import io.vigie.local.setting.Refusal;
import java.util.List;

/** {@code backtest}: needs nothing of the platform, neither running nor set up. */
final class BacktestCommand {

	private final Screen screen;

	BacktestCommand(Screen screen) {
		this.screen = screen;
	}

	void run(List<String> words) {
		try {
			new BacktestProgram(screen::line, screen::draw).run(words);
		}
		catch (Unusable e) {
			throw new Refusal(e.sentence(), e);
		}
	}
}
