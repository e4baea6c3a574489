package io.vigie.common.message;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An agent thought, criticised itself, decided or acted. */
@JsonTypeName("agent-logged")
public record AgentLogged(String service, @Nullable String bot, Kind kind, String text, Map<String, String> facts,
		Instant occurredAt) implements LogMessage {

	public enum Kind {
		THOUGHT, CRITIQUE, DECISION, ACTION
	}
}
