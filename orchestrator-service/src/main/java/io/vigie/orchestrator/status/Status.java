package io.vigie.orchestrator.status;

import io.vigie.orchestrator.decision.Decision;
import io.vigie.orchestrator.pace.Link;
import io.vigie.orchestrator.pace.Market;
import io.vigie.orchestrator.pace.Trouble;
import io.vigie.orchestrator.schedule.Schedule;
import io.vigie.orchestrator.task.TaskView;
import java.time.Instant;
import java.util.List;

/**
 * The orchestrator at a glance.
 *
 * @param state in words
 * @param schedules next due per kind, soonest first
 * @param queue what runs or waits now
 * @param recent what ended, latest first
 * @param decisions latest first
 */
record Status(String state, Instant at, Market market, List<Trouble> troubles, List<Link> links, List<Schedule> schedules,
		List<TaskView> queue, List<TaskView> recent, List<Decision> decisions) {
}
