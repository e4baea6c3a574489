package io.vigie.health.deadletter;

import io.vigie.common.kafka.Topics;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DeadLetterController {

	private final DeadLetterDesk desk;

	DeadLetterController(DeadLetterDesk desk) {
		this.desk = desk;
	}

	/** Per topic: how many there are, and the last ones with their cause. */
	@GetMapping("/health/dead-letters")
	List<TopicLetters> list(@RequestParam(required = false) @Size(max = 100) @Nullable String topic,
			@RequestParam(defaultValue = "10") @Min(1) @Max(100) int limit) {
		return desk.list(topic == null ? null : known(topic), limit);
	}

	/** Puts the original bytes back on the topic. */
	@PostMapping("/health/dead-letters/replay")
	Replayed replay(@RequestParam @Size(max = 100) String topic, @RequestParam @Min(0) @Max(10_000) int partition,
			@RequestParam @Min(0) long offset) {
		return desk.replay(known(topic), partition, offset)
			.orElseThrow(() -> problem(HttpStatus.NOT_FOUND, "There is no dead letter of " + topic + " at " + partition + "/" + offset + "."));
	}

	private static String known(String topic) {
		if (Topics.known().stream().noneMatch(it -> it.name().equals(topic))) {
			throw problem(HttpStatus.BAD_REQUEST, "There is no topic of that name.");
		}
		return topic;
	}

	private static ErrorResponseException problem(HttpStatus status, String detail) {
		return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, detail), null);
	}
}
