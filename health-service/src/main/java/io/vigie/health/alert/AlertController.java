package io.vigie.health.alert;

import io.vigie.common.message.AlertRaised.Severity;
import io.vigie.common.message.Ids;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AlertController {

	private final AlertDesk desk;

	AlertController(AlertDesk desk) {
		this.desk = desk;
	}

	/** Alerts, open and over, the latest first. */
	@GetMapping("/health/alerts")
	List<Alert> alerts(@RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
		return desk.last(limit);
	}

	/** The webhook of Prometheus' Alertmanager. */
	@PostMapping("/health/alerts")
	@ResponseStatus(HttpStatus.ACCEPTED)
	void receive(@Valid @RequestBody Webhook webhook) {
		for (Webhook.Entry entry : webhook.alerts()) {
			if (entry.status().equals("resolved")) {
				desk.resolve(entry.component(), entry.name() + " of " + entry.service() + " is over since " + entry.endsAt());
			}
			else {
				desk.raise(Alert.open(Ids.named("prometheus", entry.component(), entry.startsAt()), entry.component(),
						entry.label("severity").equals("critical") ? Severity.CRITICAL : Severity.WARNING,
						entry.text("summary", entry.name()), entry.text("description", Map.copyOf(entry.labels()).toString()), "prometheus", entry.startsAt()));
			}
		}
	}
}
