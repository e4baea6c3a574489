package io.vigie.orchestrator.pace;

import io.vigie.common.message.TaskKind;
import java.time.Duration;
import java.util.Set;

/** What each kind of task is: its owner, how people call it, whom it can't do without, how much it matters. */
public enum Work {

	MARKET_SCAN(TaskKind.MARKET_SCAN, "sentinel", "scan", 40, Set.of("sentinel", "kafka"), true),
	TRADING_CYCLE(TaskKind.TRADING_CYCLE, "analyst", "cycle", 50,
			Set.of("sentinel", "analyst", "risk", "executor", "kafka", "postgres"), true),
	SNAPSHOT(TaskKind.SNAPSHOT, "executor", "snapshot", 30, Set.of("executor", "kafka", "postgres"), false),
	RECONCILIATION(TaskKind.RECONCILIATION, "executor", "reconciliation", 60,
			Set.of("executor", "kafka", "postgres", "simulator"), false),
	HEALTH_CHECK(TaskKind.HEALTH_CHECK, "health", "health check", 20, Set.of("health", "kafka"), false);

	private final TaskKind kind;
	private final String owner;
	private final String noun;
	private final int priority;
	private final Set<String> components;
	private final boolean followsMarket;

	Work(TaskKind kind, String owner, String noun, int priority, Set<String> components, boolean followsMarket) {
		this.kind = kind;
		this.owner = owner;
		this.noun = noun;
		this.priority = priority;
		this.components = components;
		this.followsMarket = followsMarket;
	}

	public static Work of(TaskKind kind) {
		return switch (kind) {
			case MARKET_SCAN -> MARKET_SCAN;
			case TRADING_CYCLE -> TRADING_CYCLE;
			case SNAPSHOT -> SNAPSHOT;
			case RECONCILIATION -> RECONCILIATION;
			case HEALTH_CHECK -> HEALTH_CHECK;
		};
	}

	public TaskKind kind() {
		return kind;
	}

	public String owner() {
		return owner;
	}

	public String noun() {
		return noun;
	}

	int priority() {
		return priority;
	}

	Set<String> components() {
		return components;
	}

	boolean followsMarket() {
		return followsMarket;
	}

	Duration usual(Rhythm rhythm) {
		return switch (this) {
			case MARKET_SCAN -> rhythm.scan();
			case TRADING_CYCLE -> rhythm.cycle();
			case SNAPSHOT -> rhythm.snapshot();
			case RECONCILIATION -> rhythm.reconciliation();
			case HEALTH_CHECK -> rhythm.check();
		};
	}
}
