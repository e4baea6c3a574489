package io.vigie.executor.reconcile;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ReconcileController {

	private final Reconciliation reconciliation;

	ReconcileController(Reconciliation reconciliation) {
		this.reconciliation = reconciliation;
	}

	@PostMapping("/trading/reconcile")
	Report reconcile() {
		return reconciliation.run("on demand");
	}
}
