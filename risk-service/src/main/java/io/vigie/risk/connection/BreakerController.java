package io.vigie.risk.connection;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class BreakerController {

	private final BreakerDesk desk;

	BreakerController(BreakerDesk desk) {
		this.desk = desk;
	}

	/** Whether failing links block all buys, and what each link must still prove. */
	@GetMapping("/risk/breaker")
	BreakerView breaker() {
		return desk.view();
	}
}
