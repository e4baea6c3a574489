package io.vigie.simulator.exchange;

import io.vigie.simulator.recording.Print;
import io.vigie.simulator.recording.Recording;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/** Gives the recordings their dates and plays them together, in order of time, each over and over. */
final class Replay {

	/** Where one recording stands: how often it was played, and which print comes next. */
	record Cursor(String symbol, long pass, int index) {
	}

	record Due(Instant at, Recording recording, Print print) {
	}

	private final Instant start;
	private final Map<String, Reel> reels = new LinkedHashMap<>();
	private final PriorityQueue<Reel> queue = new PriorityQueue<>(
			Comparator.comparing((Reel it) -> it.next).thenComparing(it -> it.recording.symbol()));

	Replay(Instant start, Collection<Recording> recordings, Collection<Cursor> cursors) {
		this.start = start;
		recordings.forEach(it -> reels.put(it.symbol(), new Reel(it)));
		cursors.forEach(it -> Optional.ofNullable(reels.get(it.symbol())).ifPresent(reel -> reel.seek(it)));
		queue.addAll(reels.values());
	}

	/** The first instant that anything printed at: the beginning of the longest history. */
	static Instant beginning(Instant start, Collection<Recording> recordings) {
		return recordings.stream().map(it -> start.minus(it.history())).min(Comparator.naturalOrder()).orElse(start);
	}

	/** The next print not after the instant, if there is one; each is given once. */
	Optional<Due> next(Instant until) {
		Reel reel = queue.peek();
		if (reel == null || reel.next.isAfter(until)) {
			return Optional.empty();
		}
		queue.remove();
		Due due = new Due(reel.next, reel.recording, reel.recording.prints().get(reel.index));
		reel.step();
		queue.add(reel);
		return Optional.of(due);
	}

	Optional<Instant> nextAt() {
		return Optional.ofNullable(queue.peek()).map(it -> it.next);
	}

	Collection<Cursor> cursors() {
		return reels.values().stream().map(it -> new Cursor(it.recording.symbol(), it.pass, it.index)).toList();
	}

	Optional<Cursor> cursor(String symbol) {
		return Optional.ofNullable(reels.get(symbol)).map(it -> new Cursor(symbol, it.pass, it.index));
	}

	private final class Reel {

		private final Recording recording;
		private long pass;
		private int index;
		private Instant next;

		private Reel(Recording recording) {
			this.recording = recording;
			this.next = dated();
		}

		private void seek(Cursor cursor) {
			pass = cursor.pass();
			index = cursor.index();
			next = dated();
		}

		private void step() {
			index++;
			if (index == recording.prints().size()) {
				index = 0;
				pass++;
			}
			next = dated();
		}

		private Instant dated() {
			Duration played = recording.length().multipliedBy(pass);
			return start.minus(recording.history()).plus(played).plus(recording.prints().get(index).offset());
		}
	}
}
