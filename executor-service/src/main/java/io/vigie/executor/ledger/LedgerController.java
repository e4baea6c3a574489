package io.vigie.executor.ledger;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class LedgerController {

	private final Books books;

	LedgerController(Books books) {
		this.books = books;
	}

	@GetMapping("/trading/ledger/balance")
	Books.Balance balance() {
		return books.balance();
	}
}
