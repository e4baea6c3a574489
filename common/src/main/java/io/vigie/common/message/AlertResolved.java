package io.vigie.common.message;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.UUID;

/** What was raised is over. */
@JsonTypeName("alert-resolved")
public record AlertResolved(UUID alertId, String component, String summary, Instant since) implements AlertMessage {
}
