package io.vigie.orchestrator.schedule;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Calls the conductor, and survives what he doesn't. */
@Component
@ConditionalOnProperty(name = "vigie.orchestrator.schedule.beating", matchIfMissing = true)
class Beat {

	private static final Logger log = LoggerFactory.getLogger(Beat.class);

	private final Conductor conductor;

	Beat(Conductor conductor) {
		this.conductor = conductor;
	}

	@Scheduled(fixedDelayString = "${vigie.orchestrator.schedule.tick}", initialDelay = 2000)
	void beat() {
		try {
			conductor.beat();
		}
		catch (TransientDataAccessException | TransactionException e) {
			log.atWarn().addKeyValue("cause", String.valueOf(e.getMessage())).log("Beat missed, the next one follows");
		}
	}
}
