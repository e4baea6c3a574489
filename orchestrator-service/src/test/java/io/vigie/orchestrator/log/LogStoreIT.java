package io.vigie.orchestrator.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.common.message.AgentLogged;
import io.vigie.common.message.AgentLogged.Kind;
import io.vigie.common.message.Ids;
import io.vigie.common.message.LogMessage;
import io.vigie.common.message.Message;
import io.vigie.orchestrator.MutableClock;
import io.vigie.orchestrator.OrchestratorTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@OrchestratorTest
class LogStoreIT {

	@Autowired
	private LogStore store;
	@Autowired
	private MutableClock clock;
	@Autowired
	private JdbcTemplate jdbc;

	@BeforeEach
	void forget() {
		jdbc.update("truncate agent_logs");
	}

	@Test
	void keepsEachEntryOnceAlsoWithinABatch() {
		Message<LogMessage> entry = entry("risk", "trend", Kind.DECISION, 0);
		store.keep(List.of(entry, entry));
		store.keep(List.of(entry));
		assertThat(store.last(null, null, null, 10)).hasSize(1);
	}

	@Test
	void findsByAnyCombinationOfFiltersTheLatestFirst() {
		store.keep(List.of(entry("risk", "trend", Kind.DECISION, 1), entry("risk", null, Kind.ACTION, 2),
				entry("analyst", "trend", Kind.THOUGHT, 3), entry("analyst", "breakout", Kind.CRITIQUE, 4)));
		assertThat(texts(null, null, null, 10)).containsExactly("entry 4", "entry 3", "entry 2", "entry 1");
		assertThat(texts("risk", null, null, 10)).containsExactly("entry 2", "entry 1");
		assertThat(texts(null, "trend", null, 10)).containsExactly("entry 3", "entry 1");
		assertThat(texts(null, "trend", Kind.THOUGHT, 10)).containsExactly("entry 3");
		assertThat(texts("risk", "breakout", null, 10)).isEmpty();
		assertThat(texts(null, null, null, 2)).containsExactly("entry 4", "entry 3");
	}

	@Test
	void keepsEveryFactAndWhereItCameFrom() {
		Message<LogMessage> cause = entry("risk", "trend", Kind.THOUGHT, 1);
		Message<LogMessage> effect = cause.leadsTo(Ids.named("effect"), "executor", Message.ALL, clock.instant(),
				new AgentLogged("executor", "trend", Kind.ACTION, "quote's \"tricky\" \u00e9", Map.of("price", "1.5"), clock.instant()));
		store.keep(List.of(effect));
		LogEntry kept = store.last("executor", null, null, 1).getFirst();
		assertThat(kept.text()).isEqualTo("quote's \"tricky\" \u00e9");
		assertThat(kept.facts()).containsEntry("price", "1.5");
		assertThat(kept.correlationId()).isEqualTo(cause.id());
		assertThat(kept.causationId()).isEqualTo(cause.id());
	}

	@Test
	void forgetsWhatIsTooOldOrTooMuch() {
		store.keep(IntStream.range(0, 1100).mapToObj(i -> entry("risk", null, Kind.ACTION, i)).toList());
		store.forgetOld();
		List<LogEntry> kept = store.last(null, null, null, 2000);
		assertThat(kept.size()).isBetween(1000, 1001);
		assertThat(kept.getFirst().text()).isEqualTo("entry 1099");
		clock.advance(Duration.ofDays(8));
		store.forgetOld();
		assertThat(store.last(null, null, null, 10)).isEmpty();
	}

	private List<String> texts(@Nullable String service, @Nullable String bot,
			@Nullable Kind kind, int limit) {
		return store.last(service, bot, kind, limit).stream().map(LogEntry::text).toList();
	}

	private Message<LogMessage> entry(String service, @Nullable String bot, Kind kind, int second) {
		Instant at = clock.instant().plusSeconds(second);
		return Message.beginning(Ids.named("entry", service, second), service, Message.ALL, at,
				new AgentLogged(service, bot, kind, "entry " + second, Map.of(), at));
	}
}
