package io.vigie.executor.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The order path dies at every step there is, under every fault there is, at both kinds of venue: no order is doubled or lost, no
 * fill is lost, and the ledger is the venue's. Takes {@code -Dvigie.schedules=10000} for more, {@code -Dvigie.schedule=SEED} for one.
 */
class CrashSchedulesIT {

	private static final int FOUND_WITHIN = 200;
	private static final int COUNT = Integer.getInteger("vigie.schedules", 1_500);
	private static final long FIRST = Long.getLong("vigie.schedules.from", 1);

	@Test
	void neitherDoublesNorLosesAnything() throws InterruptedException, IOException {
		long began = System.nanoTime();
		Tally tally = Schedules.run(FIRST, COUNT, Defect.NONE, true);
		report("crash-schedules.md", tally.table("All guards in place", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began)));
		assertThat(tally.failures()).as("schedules that went wrong").isEmpty();
	}

	/** Tests of the test. */
	@ParameterizedTest
	@EnumSource(value = Defect.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
	void noticesMissingGuard(Defect defect) throws InterruptedException, IOException {
		Tally tally = Schedules.run(1, FOUND_WITHIN, defect, false);
		assertThat(tally.failures()).as("schedules that noticed " + defect).isNotEmpty();
		Tally.Failure first = tally.failures().getFirst();
		report("crash-schedules-" + defect + ".md", "%s: noticed by schedule %d%n%n%s%n".formatted(defect, first.seed(), first.story()));
	}

	@Test
	@EnabledIfSystemProperty(named = "vigie.schedule", matches = "\\d+")
	void goesWellAlone() throws InterruptedException {
		Tally tally = Schedules.run(Long.getLong("vigie.schedule"), 1, Defect.valueOf(System.getProperty("vigie.schedule.without", "NONE")), true);
		assertThat(tally.failures()).isEmpty();
	}

	private static void report(String name, String text) throws IOException {
		Files.writeString(Files.createDirectories(Path.of("target")).resolve(name), text);
	}
}
