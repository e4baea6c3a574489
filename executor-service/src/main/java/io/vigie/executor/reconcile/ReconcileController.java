package io.vigie.executor.reconcile;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ReconcileController {

	private final Reconciliation reconciliation;
	private final Reports reports;

	ReconcileController(Reconciliation reconciliation, Reports reports) {
		this.reconciliation = reconciliation;
		this.reports = reports;
	}

	@PostMapping("/trading/reconcile")
	Report reconcile() {
		return reconciliation.run("on demand");
	}

	/** Takes over from the broker what nothing explains, and lets new entries go on. */
	@PostMapping("/trading/reconcile/acknowledge")
	Report acknowledge(@RequestBody @Valid Acknowledgement acknowledgement) {
		return reconciliation.acknowledge(acknowledgement.reason());
	}

	@GetMapping("/trading/reconciliations")
	List<Reports.Kept> reconciliations(@RequestParam(defaultValue = "20") @Min(1) @Max(500) int limit) {
		return reports.latest(limit);
	}

	record Acknowledgement(@NotBlank @Size(max = 500) String reason) {
	}
}
