package io.vigie.executor.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.common.message.CashMoved;
import io.vigie.engine.ledger.Transaction;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CashBookingTests {

	@ParameterizedTest
	@CsvSource({ "CFEE,-1.5,,FEE", "FEE,-0.02,,FEE", "DIV,3,,INCOME", "INT,-1,,INCOME", "CSD,100,,TRANSFER", "CSW,-100,,TRANSFER",
			"CFEE,0,-0.001,FEE", "SPLIT,0,30,SPLIT", "SOMETHING,5,,INCOME" })
	void booksByKind(String kind, String amount, BigDecimal quantity, Transaction.Kind booked) {
		CashMoved moved = moved(kind, amount, quantity);

		assertThat(CashBooking.moves(moved)).isTrue();
		Transaction transaction = CashBooking.of(moved, "trend");
		assertThat(transaction.kind()).isEqualTo(booked);
		assertThat(transaction.key()).isEqualTo("activity:42");
	}

	@Test
	void hasNothingToBookWhereNothingMoved() {
		assertThat(CashBooking.moves(moved("DIV", "0", null))).isFalse();
		assertThat(CashBooking.moves(moved("CFEE", "0", BigDecimal.ZERO))).isFalse();
		assertThat(CashBooking.moves(moved("JNLS", "0", BigDecimal.ONE))).isFalse();
	}

	@Test
	void takesAFeeFromTheCash() {
		Transaction fee = CashBooking.of(moved("CFEE", "-1.5", null), "trend");

		assertThat(fee.postings()).anySatisfy(it -> {
			assertThat(it.account().kind()).isEqualTo(io.vigie.engine.ledger.AccountKind.CASH);
			assertThat(it.amount()).isEqualByComparingTo("-1.5");
		});
		assertThat(fee.cause()).isEqualTo("CFEE: words");
	}

	private static CashMoved moved(String kind, String amount, BigDecimal quantity) {
		return new CashMoved("paper", "42", kind, "BTC/USD", "USD", new BigDecimal(amount), quantity, null, Instant.EPOCH, "words");
	}
}
