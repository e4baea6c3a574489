package io.vigie.risk.decision;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vigie.common.kafka.AgentLogs;
import io.vigie.common.kafka.Trace;
import io.vigie.common.message.AgentLogged.Kind;
import io.vigie.engine.risk.Gate;
import io.vigie.engine.risk.Ruling;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells what was decided, once it is committed: in words, and in numbers. */
@Component
class Diary {

	private static final Logger log = LoggerFactory.getLogger(Diary.class);

	private final AgentLogs logs;
	private final MeterRegistry metrics;
	private final Timer timer;
	private final Counter approved;
	private final Counter refused;

	Diary(AgentLogs logs, MeterRegistry metrics) {
		this.logs = logs;
		this.metrics = metrics;
		this.timer = Timer.builder("risk.decide").description("One batch of proposals, commit included").publishPercentileHistogram()
			.register(metrics);
		this.approved = metrics.counter("risk.verdicts", "result", "approved");
		this.refused = metrics.counter("risk.verdicts", "result", "refused");
		Gate.standard().entryRules().forEach(this::refusals);
		refusals("holding");
	}

	List<Decided> timed(Supplier<List<Decided>> work) {
		Timer.Sample sample = Timer.start(metrics);
		List<Decided> decided = work.get();
		sample.stop(timer);
		return decided;
	}

	void tell(Decided decided) {
		String result = switch (decided.ruling()) {
			case Ruling.Approved _ -> {
				approved.increment();
				yield "approved";
			}
			case Ruling.Refused it -> {
				refused.increment();
				it.by().forEach(rule -> refusals(rule).increment());
				yield "refused";
			}
		};
		String words = decided.inWords();
		try (Trace _ = Trace.of(decided.message())) {
			log.atInfo().addKeyValue("bot", decided.proposal().bot()).addKeyValue("symbol", decided.proposal().symbol())
				.addKeyValue("result", result).addKeyValue("words", words).log("Proposal decided");
		}
		logs.log(Kind.DECISION, decided.proposal().bot(), words,
				Map.of("result", result, "symbol", decided.proposal().symbol(), "action", decided.proposal().action().name()),
				decided.message());
	}

	private Counter refusals(String rule) {
		return metrics.counter("risk.refusals", "rule", rule);
	}
}
