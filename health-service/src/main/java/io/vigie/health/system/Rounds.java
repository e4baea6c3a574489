package io.vigie.health.system;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.vigie.health.probe.Probes;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Goes round regularly, and shows what it saw as metrics. */
@Component
@ConditionalOnProperty(name = "vigie.health.system.watching", matchIfMissing = true)
class Rounds {

	private static final Logger log = LoggerFactory.getLogger(Rounds.class);

	private final SystemDesk desk;
	private final Probes probes;
	private final MultiGauge up;
	private final MultiGauge lag;

	Rounds(SystemDesk desk, Probes probes, MeterRegistry metrics) {
		this.desk = desk;
		this.probes = probes;
		this.up = MultiGauge.builder("health.component.up").description("1 up, 0.5 degraded, 0 down or unknown").register(metrics);
		this.lag = MultiGauge.builder("health.kafka.lag").description("Messages that wait for a group").register(metrics);
	}

	/** At a fixed rate, so that each round has its own thread and a slow one holds up nobody else. */
	@Scheduled(initialDelay = 500, fixedRateString = "${vigie.health.system.every}")
	void round() {
		desk.round();
		show();
	}

	@Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT1H")
	void forgetOld() {
		try {
			desk.forgetOld();
		}
		catch (DataAccessException e) {
			log.atWarn().addKeyValue("cause", String.valueOf(e.getMessage())).log("Old states are kept a while longer");
		}
	}

	private void show() {
		List<MultiGauge.Row<?>> states = new ArrayList<>();
		desk.view().components().forEach(it -> states.add(MultiGauge.Row.of(Tags.of("component", it.component()), switch (it.state()) {
			case UP -> 1;
			case DEGRADED -> 0.5;
			case DOWN, UNKNOWN -> 0;
		})));
		up.register(states, true);
		List<MultiGauge.Row<?>> waiting = new ArrayList<>();
		probes.lags().byGroup().forEach((group, topics) -> topics
			.forEach((topic, count) -> waiting.add(MultiGauge.Row.of(Tags.of("group", group, "topic", topic), count))));
		lag.register(waiting, true);
	}
}
