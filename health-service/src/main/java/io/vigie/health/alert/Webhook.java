package io.vigie.health.alert;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What Alertmanager sends (webhook version 4), as far as it is needed; the rest is ignored. */
record Webhook(@NotEmpty @Size(max = 100) List<@NotNull @Valid Entry> alerts) {

	/**
	 * One alert.
	 *
	 * @param endsAt when it was over; for one that fires, of no meaning
	 */
	record Entry(@NotNull @Pattern(regexp = "firing|resolved", message = "must be firing or resolved") String status,
			@NotNull @Size(max = 30) Map<@NotBlank @Size(max = 100) String, @NotNull @Size(max = 300) String> labels,
			@Nullable @Size(max = 10) Map<@NotBlank @Size(max = 100) String, @NotNull @Size(max = 2000) String> annotations,
			@JsonProperty("startsAt") @NotNull Instant startsAt, @JsonProperty("endsAt") @Nullable Instant endsAt) {

		String component() {
			return "prometheus:" + name() + ":" + service();
		}

		String name() {
			return label("alertname");
		}

		String service() {
			return label("service");
		}

		String label(String name) {
			return labels.getOrDefault(name, "unknown");
		}

		String text(String annotation, String otherwise) {
			return annotations == null ? otherwise : Objects.requireNonNullElse(annotations.get(annotation), otherwise);
		}
	}
}
