package io.vigie.executor.live;

import io.vigie.common.message.Ids;
import io.vigie.executor.venue.Alpaca;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@RequestMapping("/trading/live-acknowledgement")
class LiveController {

	private final Acknowledgements acknowledgements;
	private final Alpaca venue;
	private final LiveSettings settings;
	private final Clock clock;

	LiveController(Acknowledgements acknowledgements, Alpaca venue, LiveSettings settings, Clock clock) {
		this.acknowledgements = acknowledgements;
		this.venue = venue;
		this.settings = settings;
		this.clock = clock;
	}

	/** What is to be said, on which record, and who said it already. */
	@GetMapping
	View view() {
		PaperRecord record = acknowledgements.paperRecord();
		return new View(Acknowledgement.STATEMENT, record, record.lacks(settings).orElse(null), acknowledgements.all());
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	Acknowledgement sign(@RequestBody @Valid Signature signature) {
		if (!signature.text.equals(Acknowledgement.STATEMENT)) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "text must be exactly: " + Acknowledgement.STATEMENT);
		}
		if (venue.isLive()) {
			throw new ResponseStatusException(HttpStatus.CONFLICT, "this is no paper account: the record must come from one");
		}
		PaperRecord record = acknowledgements.paperRecord();
		record.lacks(settings).ifPresent(it -> {
			throw new ResponseStatusException(HttpStatus.CONFLICT, it);
		});
		var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
		var signed = Acknowledgement.signed(Ids.next(now), Objects.requireNonNull(signature.name).strip(), record.asText(), now);
		acknowledgements.store(signed);
		return signed;
	}

	/** @param lacks why the record does not suffice yet */
	record View(String statement, PaperRecord paperRecord, @Nullable String lacks, List<Acknowledgement> signed) {
	}

	record Signature(@NotBlank(message = "must say who signs") @Size(max = 200) String name, @NotNull @Size(max = 500) String text) {
	}
}
