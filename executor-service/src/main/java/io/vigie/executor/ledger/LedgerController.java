package io.vigie.executor.ledger;

import java.math.BigDecimal;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class LedgerController {

	private final Books books;

	LedgerController(Books books) {
		this.books = books;
	}

	/** Zero for every asset, or something is very wrong. */
	@GetMapping("/trading/ledger/balance")
	Balance balance() {
		Map<String, BigDecimal> sums = books.sums();
		return new Balance(sums.values().stream().allMatch(sum -> sum.signum() == 0), sums);
	}

	record Balance(boolean balanced, Map<String, BigDecimal> sums) {
	}
}
