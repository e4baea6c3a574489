package io.vigie.common.kafka;

import io.vigie.common.message.AccountMessage;
import io.vigie.common.message.AlertMessage;
import io.vigie.common.message.BacktestMessage;
import io.vigie.common.message.BarMessage;
import io.vigie.common.message.Body;
import io.vigie.common.message.ConnectionMessage;
import io.vigie.common.message.ListingMessage;
import io.vigie.common.message.LogMessage;
import io.vigie.common.message.OrderMessage;
import io.vigie.common.message.PortfolioMessage;
import io.vigie.common.message.ProposalMessage;
import io.vigie.common.message.ResultMessage;
import io.vigie.common.message.SignalMessage;
import io.vigie.common.message.TaskMessage;
import io.vigie.common.message.TickMessage;
import io.vigie.common.message.VerdictMessage;
import java.util.ArrayList;
import java.util.List;

/** Every topic there is: {@code <owner>.<plural>.v1}. The owner alone writes it and creates it. */
public final class Topics {

	public static final String TICKS = "sentinel.ticks.v1";
	public static final String BARS = "sentinel.bars.v1";
	public static final String ACCOUNT_EVENTS = "sentinel.account-events.v1";
	public static final String CONNECTIONS = "sentinel.connections.v1";
	/** How the venue lets things be traded. */
	public static final String LISTINGS = "sentinel.listings.v1";
	public static final String SIGNALS = "analyst.signals.v1";
	public static final String PROPOSALS = "analyst.proposals.v1";
	/** What people want, as against strategies. */
	public static final String WISHES = "executor.proposals.v1";
	public static final String VERDICTS = "risk.verdicts.v1";
	public static final String ORDERS = "executor.orders.v1";
	public static final String PORTFOLIOS = "executor.portfolios.v1";
	public static final String TASKS = "orchestrator.tasks.v1";
	public static final String ALERTS = "health.alerts.v1";
	public static final String BACKTESTS = "analyst.backtests.v1";

	/** The six services, each of which also has a log and a result topic. */
	public static final List<String> SERVICES = List.of("sentinel", "analyst", "risk", "executor", "orchestrator",
			"health");

	/** For {@code @KafkaListener(topicPattern = …)}: the results, the logs of all services. */
	public static final String ALL_RESULTS = "(sentinel|analyst|risk|executor|orchestrator|health)\\.results\\.v1";
	public static final String ALL_LOGS = "(sentinel|analyst|risk|executor|orchestrator|health)\\.logs\\.v1";

	private static final List<Topic> ALL = all();

	private Topics() {
	}

	public static String results(String service) {
		return service + ".results.v1";
	}

	public static String logs(String service) {
		return service + ".logs.v1";
	}

	public static String deadLetters(String topic) {
		return topic + "-dlt";
	}

	/** Every topic, dead letters left out. */
	public static List<Topic> known() {
		return ALL;
	}

	/** Where a message with this content is said; results and logs belong to the one who says them. */
	static String topicOf(String from, Body data) {
		return switch (data) {
			case ResultMessage _ -> results(from);
			case LogMessage _ -> logs(from);
			case ProposalMessage _ when from.equals("executor") -> WISHES;
			default -> ALL.stream().filter(topic -> topic.family().isInstance(data)).findFirst().orElseThrow().name();
		};
	}

	private static List<Topic> all() {
		List<Topic> topics = new ArrayList<>(List.of(market(TICKS, TickMessage.class), market(BARS, BarMessage.class),
				money(ACCOUNT_EVENTS, AccountMessage.class), work(CONNECTIONS, ConnectionMessage.class),
				new Topic(LISTINGS, ListingMessage.class, 1, true),
				market(SIGNALS, SignalMessage.class), money(PROPOSALS, ProposalMessage.class),
				money(WISHES, ProposalMessage.class), money(VERDICTS, VerdictMessage.class), money(ORDERS, OrderMessage.class),
				new Topic(PORTFOLIOS, PortfolioMessage.class, 3, true), work(TASKS, TaskMessage.class),
				work(ALERTS, AlertMessage.class), new Topic(BACKTESTS, BacktestMessage.class, 6, false)));
		for (String service : SERVICES) {
			topics.add(work(results(service), ResultMessage.class));
			topics.add(work(logs(service), LogMessage.class));
		}
		return List.copyOf(topics);
	}

	private static Topic market(String name, Class<? extends Body> family) {
		return new Topic(name, family, 6, false);
	}

	private static Topic money(String name, Class<? extends Body> family) {
		return new Topic(name, family, 3, false);
	}

	private static Topic work(String name, Class<? extends Body> family) {
		return new Topic(name, family, 1, false);
	}

	/**
	 * One topic.
	 *
	 * @param family what may be said on it
	 * @param partitions how many instances can share it
	 * @param compacted keeps the last word per key for ever instead of everything for a week
	 */
	public record Topic(String name, Class<? extends Body> family, int partitions, boolean compacted) {

		public String owner() {
			return name.substring(0, name.indexOf('.'));
		}
	}
}
