package io.vigie.health.probe;

import java.io.File;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** PostgreSQL and Kafka stop when the disk is full, so it is told before. */
final class DiskProbe implements Probe {

	private static final long MEGABYTE = 1024L * 1024;

	private final File folder;
	private final ProbeSettings settings;
	private final Clock clock;

	DiskProbe(File folder, ProbeSettings settings, Clock clock) {
		this.folder = folder;
		this.settings = settings;
		this.clock = clock;
	}

	@Override
	public String component() {
		return "disk";
	}

	@Override
	public Reading look() {
		long free = folder.getUsableSpace() / MEGABYTE;
		Reading reading = Reading.of(component(), State.UP, free + " MB are free", Duration.ZERO, clock.instant())
			.with(Map.of("free_megabytes", Long.toString(free)));
		return free < settings.minDiskMegabytes()
				? reading.degraded("only " + free + " MB are free, less than " + settings.minDiskMegabytes(), reading.facts()) : reading;
	}
}
