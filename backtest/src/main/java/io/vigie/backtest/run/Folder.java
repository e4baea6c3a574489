package io.vigie.backtest.run;

import io.vigie.backtest.report.Report;
import io.vigie.backtest.report.Subject;
import io.vigie.backtest.sweep.Inquiry;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Where the files of a run go. */
public final class Folder {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private Folder() {
	}

	/**
	 * Makes the folder where there is none, and replaces what an earlier run left in it.
	 *
	 * @return the files written
	 */
	public static List<Path> write(CompletedRun run, Inquiry inquiry, Path folder) throws IOException {
		Files.createDirectories(folder);
		Path trades = folder.resolve("trades.csv");
		Path result = folder.resolve("result.json");
		Path report = folder.resolve("report.html");
		try (Writer to = Files.newBufferedWriter(trades)) {
			TradesCsv.write(run.result().trades(), run.plan().assumptions().instrument().tickSize().scale(), to);
		}
		try (Writer to = Files.newBufferedWriter(result); JsonGenerator json = MAPPER.createGenerator(to)) {
			new ResultJson(json).write(run, inquiry);
		}
		Subject subject = new Subject(run.strategy(), run.plan().data().source(), run.bars(), run.result());
		Files.writeString(report, Report.html(subject, inquiry.verdict(), inquiry.findings()));
		return List.of(trades, result, report);
	}
}
