package io.vigie.executor.start;

import io.vigie.common.kafka.AgentLogs;
import io.vigie.common.message.AgentLogged;
import io.vigie.executor.order.Settlement;
import io.vigie.executor.portfolio.Portfolios;
import io.vigie.executor.reconcile.Reconciliation;
import io.vigie.executor.reconcile.Report;
import io.vigie.executor.snapshot.SnapshotDesk;
import io.vigie.executor.venue.AnswerLost;
import io.vigie.executor.venue.VenueRejected;
import io.vigie.executor.venue.VenueUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.stereotype.Component;

/**
 * Opens the books or settles what is open, and only then starts to listen. While it is at it the service is alive and not
 * ready; it tries for as long as the venue is out of reach.
 */
@Component
class ColdBoot implements ApplicationRunner {

	private static final Logger log = LoggerFactory.getLogger(ColdBoot.class);
	private static final Duration PAUSE = Duration.ofSeconds(1);

	private final FirstBooks firstBooks;
	private final Settlement settlement;
	private final Reconciliation reconciliation;
	private final SnapshotDesk snapshots;
	private final Portfolios portfolios;
	private final KafkaListenerEndpointRegistry listeners;
	private final AgentLogs diary;
	private final ConfigurableApplicationContext context;
	private final Clock clock;

	ColdBoot(FirstBooks firstBooks, Settlement settlement, Reconciliation reconciliation, SnapshotDesk snapshots, Portfolios portfolios,
			KafkaListenerEndpointRegistry listeners, AgentLogs diary, ConfigurableApplicationContext context,
			Clock clock) {
		this.firstBooks = firstBooks;
		this.settlement = settlement;
		this.reconciliation = reconciliation;
		this.snapshots = snapshots;
		this.portfolios = portfolios;
		this.listeners = listeners;
		this.diary = diary;
		this.context = context;
		this.clock = clock;
	}

	@Override
	public void run(ApplicationArguments arguments) throws InterruptedException {
		Instant began = clock.instant();
		for (int attempt = 1; context.isActive(); attempt++) {
			try {
				boot(began);
				return;
			}
			catch (VenueUnavailable | AnswerLost | VenueRejected | DataAccessException e) {
				log.atWarn().addKeyValue("attempt", attempt).addKeyValue("cause", String.valueOf(e.getMessage()))
					.log("Not ready: open orders can't be settled with the venue yet");
				Thread.sleep(PAUSE);
			}
		}
	}

	private void boot(Instant began) {
		boolean first = firstBooks.open();
		int settled = settlement.settleAll();
		Report report = reconciliation.runOnStart(first ? "books opened" : "start", began);
		portfolios.tellAll();
		snapshots.take();
		listeners.getListenerContainers().stream().filter(it -> !it.isRunning()).forEach(MessageListenerContainer::start);
		diary.log(AgentLogged.Kind.ACTION, null, "Executor started: " + settled + " open orders settled with the venue; " + report.summary(),
				report.facts(), null);
		log.atInfo().addKeyValue("settled", settled).addKeyValue("drifts", report.drifts().size()).log("Executor takes orders");
	}
}
