package io.vigie.orchestrator.status;

import io.vigie.orchestrator.decision.DecisionBook;
import io.vigie.orchestrator.outlook.OutlookBook;
import io.vigie.orchestrator.pace.Outlook;
import io.vigie.orchestrator.pace.Trouble;
import io.vigie.orchestrator.schedule.Conductor;
import io.vigie.orchestrator.schedule.Schedule;
import io.vigie.orchestrator.task.TaskQueue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class StatusController {

	private final Conductor conductor;
	private final TaskQueue queue;
	private final OutlookBook outlook;
	private final DecisionBook decisions;
	private final Clock clock;

	StatusController(Conductor conductor, TaskQueue queue, OutlookBook outlook, DecisionBook decisions, Clock clock) {
		this.conductor = conductor;
		this.queue = queue;
		this.outlook = outlook;
		this.decisions = decisions;
		this.clock = clock;
	}

	/** State, queue, next due per kind, and the last decisions with their reasoning. */
	@GetMapping("/orchestrator/status")
	Status status(@RequestParam(name = "decisions", defaultValue = "20") @Min(1) @Max(500) int limit) {
		Outlook seen = outlook.outlook();
		List<Schedule> schedules = conductor.schedules();
		return new Status(words(seen, schedules), clock.instant(), seen.market(), seen.troubles(), seen.links(), schedules,
				queue.open(), queue.recent(), decisions.last(limit));
	}

	private static String words(Outlook seen, List<Schedule> schedules) {
		String held = schedules.stream().filter(Schedule::held).map(it -> it.kind().name()).collect(Collectors.joining(", "));
		if (!held.isEmpty()) {
			return "HOLDING " + held;
		}
		return seen.troubles().isEmpty() ? "CONDUCTING"
				: "CONDUCTING with " + seen.troubles().stream().map(Trouble::component).collect(Collectors.joining(", ")) + " in trouble";
	}
}
