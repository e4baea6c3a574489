package io.vigie.executor.schedule;

import io.vigie.common.kafka.AgentLogs;
import io.vigie.common.kafka.Contracts;
import io.vigie.common.kafka.Inbox;
import io.vigie.common.kafka.Plumbing;
import io.vigie.executor.venue.Venues;
import java.time.Clock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** One life of the executor: its real objects over what outlives it. */
public final class Process {

	private static final Contracts CONTRACTS = new Contracts(Ground.JSON);
	private static final AgentLogs DIARY = Plumbing.diary("executor", CONTRACTS, ModelLog.deaf(), Clock.systemUTC());

	public final Assembly parts;
	public final Plumbing plumbing;
	public final TransactionTemplate transactions;

	/**
	 * @param jdbc over the ground's connection; or what stands in for it
	 * @param inbox what stands in for the real one
	 */
	public Process(World world, Ground ground, JdbcTemplate jdbc, @Nullable Function<JdbcTemplate, Inbox> inbox) {
		var commits = new CrashingTransactions(ground.source, world);
		transactions = new TransactionTemplate(commits);
		plumbing = new Plumbing("executor", CONTRACTS, jdbc, commits, world.log, world.clock, ground.metrics);
		parts = new Assembly(ground.settings).with(world.clock, jdbc, JdbcClient.create(jdbc), commits, transactions, ground.metrics, CONTRACTS,
				inbox == null ? plumbing.inbox : inbox.apply(jdbc), plumbing.outbox, plumbing.publisher, plumbing.deliveries, DIARY, Ground.JSON,
				Venues.over(world.transport, world.dialect, world::pass));
	}
}
