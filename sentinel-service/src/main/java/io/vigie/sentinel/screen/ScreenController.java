package io.vigie.sentinel.screen;

import io.vigie.sentinel.venue.VenueRejected;
import io.vigie.sentinel.venue.VenueUnavailable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@EnableConfigurationProperties(ScreenSettings.class)
class ScreenController {

	private final Screener screener;

	ScreenController(Screener screener) {
		this.screener = screener;
	}

	/** Who gained, lost and was traded most today among all that the venue trades. */
	@GetMapping("/sentinel/movers")
	Movers movers(@RequestParam(defaultValue = "10") @Min(1) @Max(100) int limit) {
		try {
			Screen screen = screener.look();
			return new Movers(screen.at(), screen.tradable(), screen.standings().size(), screen.gainers(limit),
					screen.losers(limit), screen.mostTraded(limit));
		}
		catch (VenueUnavailable | VenueRejected e) {
			var problem = new ErrorResponseException(HttpStatus.SERVICE_UNAVAILABLE, e);
			problem.setDetail("The venue can't be looked over now: " + e.getMessage());
			throw problem;
		}
	}

	/**
	 * @param at wall-clock time of the look
	 * @param tradable assets the venue trades
	 * @param seen of them with a price, and so compared here
	 */
	record Movers(Instant at, int tradable, int seen, List<Standing> gainers, List<Standing> losers, List<Standing> mostTraded) {
	}
}
