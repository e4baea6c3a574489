package io.vigie.risk.decision;

import io.vigie.engine.risk.RuleResult;
import io.vigie.engine.strategy.Action;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What was decided, newest first, with everything each rule said. */
@RestController
class VerdictController {

	private static final TypeReference<List<RuleResult>> RULES = new TypeReference<>() {
	};

	private final Verdicts verdicts;
	private final JsonMapper json;

	VerdictController(Verdicts verdicts, JsonMapper json) {
		this.verdicts = verdicts;
		this.json = json;
	}

	@GetMapping("/risk/verdicts")
	List<VerdictView> verdicts(@RequestParam(required = false) @Size(max = 40) @Nullable String bot,
			@RequestParam(required = false) @Size(max = 40) @Nullable String symbol,
			@RequestParam(required = false) @Nullable Boolean approved,
			@RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit) {
		return verdicts.find(bot, symbol, approved, Limit.of(limit)).stream().map(this::view).toList();
	}

	private VerdictView view(Verdict it) {
		return new VerdictView(it.proposalId, it.correlationId, it.bot, it.strategy, it.symbol, it.action, it.approved,
				it.confidence, it.price, it.quantity, it.stopLoss, it.takeProfit, it.hold, it.reason,
				json.readValue(it.rules, RULES), it.marketAt, it.decidedAt);
	}

	/**
	 * @param hold cash set aside, in quote currency
	 * @param marketAt market time of the decision
	 * @param decidedAt wall-clock time of the decision
	 */
	record VerdictView(UUID proposalId, UUID correlationId, String bot, String strategy, String symbol, Action action,
			boolean approved, BigDecimal confidence, BigDecimal price, BigDecimal quantity, @Nullable BigDecimal stopLoss,
			@Nullable BigDecimal takeProfit, BigDecimal hold, String reason, List<RuleResult> rules, Instant marketAt,
			Instant decidedAt) {
	}
}
