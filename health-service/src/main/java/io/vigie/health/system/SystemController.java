package io.vigie.health.system;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SystemController {

	private final SystemDesk desk;

	SystemController(SystemDesk desk) {
		this.desk = desk;
	}

	/** Every component: state, since when, why, the last look, messages that wait for it. */
	@GetMapping("/health/system")
	SystemView system() {
		return desk.view();
	}
}
