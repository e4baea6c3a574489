package io.vigie.engine.fusion;

import io.vigie.engine.market.Bar;
import io.vigie.engine.strategy.Action;
import io.vigie.engine.strategy.Decision;
import io.vigie.engine.strategy.Strategy;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/**
 * Trades what several sources want together. Sources speak seldom, and seldom on the same bar: so a vote stands for some bars,
 * until its source says otherwise, and votes are counted at every bar. The strategy acts on the bar where the count first says
 * something else than on the bar before, as the others act on a cross and not on being above.
 */
public final class FusedStrategy implements Strategy {

	private final VotingRule rule;
	private final FusionSettings settings;
	private final SequencedMap<String, Strategy> sources;
	private final TrackRecord record;
	private final Map<String, Standing> standing = new HashMap<>();
	private Map<String, Decision> said = Map.of();
	private Action before = Action.HOLD;
	private long bars;

	/**
	 * @param sources by name, none of which has seen a bar
	 * @throws IllegalArgumentException where there are fewer sources than make a quorum
	 */
	public FusedStrategy(VotingRule rule, FusionSettings settings, SequencedMap<String, Strategy> sources) {
		if (sources.size() < settings.quorum()) {
			throw new IllegalArgumentException("A vote of " + sources.size() + " sources never has a quorum of " + settings.quorum());
		}
		this.rule = rule;
		this.settings = settings;
		this.sources = new LinkedHashMap<>(sources);
		this.record = new TrackRecord(settings.horizon(), settings.window());
	}

	@Override
	public int warmUp() {
		return sources.values().stream().map(Strategy::warmUp).sorted().toList().get(settings.quorum() - 1);
	}

	@Override
	public int memory() {
		return sources.values().stream().mapToInt(Strategy::memory).max().orElse(0) + settings.memory();
	}

	@Override
	public Decision onBar(Bar bar) {
		bars++;
		List<Vote> cast = ask(bar);
		record.add(bar.close(), cast);
		cast.stream().filter(it -> !it.abstains()).forEach(it -> standing.put(it.source(), new Standing(it, bars)));
		standing.values().removeIf(it -> it.since + settings.patience() <= bars);
		Weights weights = Weights.of(record.scores(), settings.shrinkage());
		Verdict verdict = Ballot.count(rule, votes(), settings.quorum(), weights);
		boolean fresh = verdict.action() != Action.HOLD && verdict.action() != before;
		before = verdict.action();
		return new Decision(fresh ? verdict.action() : Action.HOLD, fresh ? verdict.confidence() : BigDecimal.ZERO,
				indicators(verdict, weights), sentence(verdict, weights, fresh));
	}

	/** What every source decided at the last bar, by name, abstentions included. */
	public Map<String, Decision> said() {
		return said;
	}

	/** Those that stand, in the order of the sources, whenever they were cast. */
	private List<Vote> votes() {
		return sources.keySet().stream().map(standing::get).filter(Objects::nonNull).map(Standing::vote).toList();
	}

	private List<Vote> ask(Bar bar) {
		Map<String, Decision> decisions = new LinkedHashMap<>();
		sources.forEach((name, strategy) -> decisions.put(name, strategy.onBar(bar)));
		said = Collections.unmodifiableMap(decisions);
		List<Vote> votes = new ArrayList<>(sources.size());
		said.forEach((name, decision) -> votes.add(new Vote(name, decision.action(), decision.confidence())));
		return votes;
	}

	private Map<String, BigDecimal> indicators(Verdict verdict, Weights weights) {
		Map<String, BigDecimal> indicators = new LinkedHashMap<>();
		indicators.put("votes_buy", rounded(verdict.buying()));
		indicators.put("votes_close", rounded(verdict.closing()));
		if (rule == VotingRule.PERFORMANCE) {
			sources.keySet().forEach(it -> indicators.put("weight_" + it, rounded(weights.of(it))));
		}
		return indicators;
	}

	private String sentence(Verdict verdict, Weights weights, boolean fresh) {
		if (verdict.votes() == 0) {
			return "Nobody of " + sources.size() + " votes";
		}
		String votes = votes().stream().map(it -> it.source() + " " + it.action() + " " + it.confidence().toPlainString()
				+ (rule == VotingRule.PERFORMANCE ? " x " + rounded(weights.of(it.source())) : ""))
			.collect(Collectors.joining(", "));
		String count = verdict.votes() + " of " + sources.size() + " vote: " + votes;
		return verdict.votes() < settings.quorum() ? count + "; too few to decide"
				: verdict.action() == Action.HOLD ? count + "; it is a draw"
				: count + (fresh ? "; together " : "; still ") + verdict.action();
	}

	private static BigDecimal rounded(BigDecimal weight) {
		return weight.setScale(Ballot.SCALE, RoundingMode.HALF_EVEN);
	}

	private record Standing(Vote vote, long since) {
	}
}
