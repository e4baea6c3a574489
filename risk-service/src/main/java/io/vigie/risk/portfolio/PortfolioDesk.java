package io.vigie.risk.portfolio;

import io.vigie.common.kafka.Inbox;
import io.vigie.common.message.Message;
import io.vigie.common.message.PortfolioChanged;
import io.vigie.common.message.PortfolioMessage;
import io.vigie.common.message.PositionView;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Knows the last portfolio of each bot. The rows double as locks: what is decided for a bot is decided by one at a time. */
@Service
public class PortfolioDesk {

	private static final TypeReference<List<PositionView>> POSITIONS = new TypeReference<>() {
	};

	private final Portfolios portfolios;
	private final Inbox inbox;
	private final JsonMapper json;
	private final Clock clock;
	private final Map<String, Read> lastRead = new ConcurrentHashMap<>();

	PortfolioDesk(Portfolios portfolios, Inbox inbox, JsonMapper json, Clock clock) {
		this.portfolios = portfolios;
		this.inbox = inbox;
		this.json = json;
		this.clock = clock;
	}

	/** Of a batch only the newest per bot is written, in the order of names as with every lock. */
	@Transactional
	public void hear(List<Message<PortfolioMessage>> batch) {
		Comparator<PortfolioChanged> byAge = Comparator.comparingLong(PortfolioChanged::sequence)
			.thenComparing(PortfolioChanged::asOf);
		Map<String, PortfolioChanged> newest = inbox.fresh("portfolio", batch)
			.stream()
			.map(message -> switch (message.data()) {
				case PortfolioChanged changed -> changed;
			})
			.collect(Collectors.toMap(PortfolioChanged::bot, Function.identity(), BinaryOperator.maxBy(byAge), TreeMap::new));
		newest.values().forEach(it -> portfolios.hear(it.bot(), it.sequence(), it.capital(), it.cash(), it.equity(),
				json.writeValueAsString(it.positions()), it.asOf(), clock.instant()));
	}

	/** The standing of those bots that are known, theirs alone to decide on until the transaction ends. */
	@Transactional(propagation = Propagation.MANDATORY)
	public Map<String, Standing> lock(Collection<String> bots) {
		return byBot(portfolios.lock(bots));
	}

	/** The standing of all bots, nobody else's to decide on for any of them until the transaction ends. */
	@Transactional(propagation = Propagation.MANDATORY)
	public Map<String, Standing> lockAll() {
		return byBot(portfolios.lockAll());
	}

	/** The standing of those bots that are known, for looking only. */
	@Transactional(readOnly = true)
	public Map<String, Standing> of(Collection<String> bots) {
		return byBot(portfolios.findByBotIn(bots));
	}

	/** The standing of all bots that are known, for looking only. */
	@Transactional(readOnly = true)
	public Map<String, Standing> all() {
		return byBot(portfolios.findAll());
	}

	private Map<String, Standing> byBot(List<Portfolio> rows) {
		return rows.stream().map(this::standing).collect(Collectors.toMap(Standing::bot, Function.identity()));
	}

	private Standing standing(Portfolio row) {
		Read read = lastRead.get(row.bot);
		if (read == null || !read.text.equals(row.positions)) {
			read = new Read(row.positions, List.copyOf(json.readValue(row.positions, POSITIONS)));
			lastRead.put(row.bot, read);
		}
		return new Standing(row.bot, row.sequence, row.capital, row.cash, row.equity, read.positions, row.asOf);
	}

	/** Every entry looks at everybody's positions, most of which are as they were: what reads the same is not read again. */
	private record Read(String text, List<PositionView> positions) {
	}
}
