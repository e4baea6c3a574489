package io.vigie.common.message;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.UUID;

/** Something needs attention. */
@JsonTypeName("alert-raised")
public record AlertRaised(UUID alertId, Severity severity, String component, String summary, String detail, Instant since)
		implements AlertMessage {

	public enum Severity {
		INFO, WARNING, CRITICAL
	}
}
