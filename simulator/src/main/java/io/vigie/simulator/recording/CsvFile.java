package io.vigie.simulator.recording;

import io.vigie.engine.market.Instrument;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads {@code timestamp,price,amount} or {@code date,open,high,low,close,volume}, told apart by the header. Bars
 * dated by day are played in quarters of an hour, bars dated by time in their own rhythm.
 */
final class CsvFile {

	private static final Duration DAILY_SLOT = Duration.ofMinutes(15);

	private final String source;
	private final List<Row> rows = new ArrayList<>();
	private final boolean bars;

	CsvFile(String source, InputStream input) throws IOException {
		this.source = source;
		try (BufferedReader reader = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8))) {
			String header = reader.readLine();
			int columns = header == null ? 0 : header.split(",").length;
			if (columns != 3 && columns != 6) {
				throw new BadRecording(source, 1, "the header must be timestamp,price,amount or date,open,high,low,close,volume");
			}
			bars = columns == 6;
			int number = 1;
			for (String line = reader.readLine(); line != null; line = reader.readLine()) {
				number++;
				if (!line.isBlank()) {
					Row row = Row.of(source, number, line);
					row.requireCells(columns);
					rows.add(row);
				}
			}
		}
		if (rows.size() < 2) {
			throw new BadRecording(source, "holds fewer than two rows");
		}
	}

	Recording toRecording(Instrument instrument, String description) {
		return bars ? ofBars(instrument, description) : ofTrades(instrument, description);
	}

	private Recording ofTrades(Instrument instrument, String description) {
		List<Print> prints = new ArrayList<>(rows.size());
		Instant begin = rows.getFirst().time(0);
		Instant last = begin;
		for (Row row : rows) {
			last = notBefore(last, row);
			prints.add(new Print(Duration.between(begin, last), row.price(1), row.amount(2)));
		}
		return new Recording(instrument, description, List.copyOf(prints), upToMinute(prints.getLast().offset()));
	}

	private Recording ofBars(Instrument instrument, String description) {
		Duration slot = rows.getFirst().isDate(0) ? DAILY_SLOT : shortestGap();
		List<Print> prints = new ArrayList<>(rows.size() * 4);
		Instant begin = rows.getFirst().time(0);
		Instant last = begin.minusNanos(1);
		Duration offset = Duration.ZERO;
		for (Row row : rows) {
			Instant at = row.time(0);
			if (!at.isAfter(last)) {
				throw row.bad("is not after the bar before it");
			}
			last = at;
			BarPrints bar = new BarPrints(row.price(1), row.price(2), row.price(3), row.price(4), row.amount(5));
			if (!bar.isConsistent()) {
				throw row.bad("its high or low lies inside its body");
			}
			prints.addAll(bar.at(offset, slot));
			offset = offset.plus(slot);
		}
		return new Recording(instrument, description, List.copyOf(prints), offset);
	}

	private Duration shortestGap() {
		Duration shortest = Duration.between(rows.get(0).time(0), rows.get(1).time(0));
		for (int i = 2; i < rows.size(); i++) {
			Duration gap = Duration.between(rows.get(i - 1).time(0), rows.get(i).time(0));
			shortest = gap.compareTo(shortest) < 0 ? gap : shortest;
		}
		if (shortest.toSeconds() < 4) {
			throw new BadRecording(source, "has bars closer than four seconds, or out of order");
		}
		return shortest;
	}

	private static Instant notBefore(Instant last, Row row) {
		Instant at = row.time(0);
		if (at.isBefore(last)) {
			throw row.bad("is before the trade before it");
		}
		return at;
	}

	private static Duration upToMinute(Duration last) {
		return Duration.ofMinutes(last.toMinutes() + 1);
	}
}
