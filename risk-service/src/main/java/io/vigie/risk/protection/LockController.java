package io.vigie.risk.protection;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class LockController {

	private final LockDesk desk;
	private final Locks locks;

	LockController(LockDesk desk, Locks locks) {
		this.desk = desk;
		this.locks = locks;
	}

	/**
	 * Who may not buy what, until when (market time), and why; newest first.
	 *
	 * @param at market time; leaves out what is lifted, and what has ended by then
	 */
	@GetMapping("/risk/locks")
	List<StoredLock> locks(@RequestParam(required = false) @Size(max = 40) @Nullable String bot,
			@RequestParam(required = false) @Nullable Instant at, @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
		return locks.find(bot, at, limit);
	}

	/** Lifts the lock, and others of its kind on the same bot and symbol; answers with what was lifted. */
	@DeleteMapping("/risk/locks/{id}")
	List<StoredLock> lift(@PathVariable UUID id, @RequestParam @NotBlank(message = "must say why") @Size(max = 500) String reason,
			@RequestParam(defaultValue = "operator") @NotBlank @Size(max = 100) String by) {
		return desk.lift(id, by.strip(), reason.strip())
			.orElseThrow(() -> new ErrorResponseException(HttpStatus.NOT_FOUND,
					ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "There is no such lock."), null));
	}
}
