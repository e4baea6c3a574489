package io.vigie.executor.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.common.message.CashMoved;
import io.vigie.engine.ledger.AccountKind;
import io.vigie.engine.ledger.Bookings;
import io.vigie.engine.ledger.Books;
import io.vigie.engine.ledger.Portfolio;
import io.vigie.engine.ledger.Transaction;
import io.vigie.engine.market.Side;
import io.vigie.executor.ledger.BookedSplit;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CashBookingTests {

	private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
	private static final String ANY = "AAPL";

	private final Books books = new Books();
	private @Nullable BookedSplit split;

	@ParameterizedTest
	@CsvSource({ "CFEE,-1.5,,FEE", "FEE,-0.02,,FEE", "DIV,3,,INCOME", "DIV,3,10,INCOME", "INT,-1,,INCOME", "CSD,100,,TRANSFER",
			"CSW,-100,,TRANSFER", "JNLC,7,,TRANSFER", "CFEE,0,-0.001,FEE", "SPLIT,0,30,SPLIT", "ACATS,0,3,TRANSFER", "CIL,5,,IN_LIEU",
			"MA,500,-10,IN_LIEU", "SOMETHING,5,,INCOME" })
	void booksByKind(String kind, String amount, BigDecimal quantity, Transaction.Kind booked) {
		CashMoved moved = moved(kind, amount, quantity, null, "");

		assertThat(CashBooking.moves(moved)).isTrue();
		Transaction transaction = CashBooking.of(moved, "trend", Map.of(), null).getFirst();
		assertThat(transaction.kind()).isEqualTo(booked);
		assertThat(transaction.key()).isEqualTo("activity:42");
		assertThat(transaction.cause()).isEqualTo(kind);
	}

	@Test
	void hasNothingToBookWhereNothingMoved() {
		assertThat(CashBooking.moves(moved("DIV", "0", null, null, ""))).isFalse();
		assertThat(CashBooking.moves(moved("DIV", "0", BigDecimal.TEN, null, ""))).isFalse();
		assertThat(CashBooking.moves(moved("INT", "0", BigDecimal.TEN, null, ""))).isFalse();
		assertThat(CashBooking.moves(moved("CFEE", "0", BigDecimal.ZERO, null, ""))).isFalse();
	}

	@Test
	void paysADividendToAllWhoHold() {
		hold("trend", "10", "1000");
		hold("breakout", "5", "600");

		book(moved("DIV", "4.50", new BigDecimal("15"), null, "cash dividend"));

		assertThat(books.portfolio("trend").income()).isEqualByComparingTo("3");
		assertThat(books.portfolio("breakout").income()).isEqualByComparingTo("1.5");
		assertThat(books.portfolio("reserve").income()).isZero();
		assertThat(books.portfolio("trend").position(ANY).quantity()).isEqualByComparingTo("10");
	}

	@Test
	void givesToTheReserveWhatNobodyHolds() {
		book(moved("DIV", "4.50", null, null, ""));

		assertThat(books.portfolio("reserve").income()).isEqualByComparingTo("4.5");
	}

	@Test
	void takesAFeeFromTheBotWhoseOrderItIsFor() {
		hold("trend", "10", "1000");

		for (Transaction it : CashBooking.of(moved("CFEE", "-2", null, "order", ""), "breakout", holders(), null)) {
			books.book(it);
		}

		assertThat(books.portfolio("breakout").fees()).isEqualByComparingTo("2");
		assertThat(books.portfolio("trend").fees()).isZero();
	}

	@Test
	void takesAFeeInUnitsFromAllWhoHold() {
		hold("trend", "3", "300");
		hold("breakout", "1", "100");

		book(moved("CFEE", "0", new BigDecimal("-0.04"), null, ""));

		assertThat(books.portfolio("trend").position(ANY).quantity()).isEqualByComparingTo("2.97");
		assertThat(books.portfolio("trend").fees()).isEqualByComparingTo("3");
		assertThat(books.portfolio("breakout").position(ANY).averagePrice()).isEqualByComparingTo("100");
	}

	@Test
	void splitsForAllWhoHoldAndKeepsTheirCost() {
		hold("trend", "10", "1000");
		hold("breakout", "5", "601");

		book(moved("SPLIT", "0", new BigDecimal("45"), null, "4:1"));

		assertThat(books.portfolio("trend").position(ANY).quantity()).isEqualByComparingTo("40");
		assertThat(books.portfolio("trend").position(ANY).averagePrice()).isEqualByComparingTo("25");
		assertThat(books.portfolio("breakout").position(ANY).quantity()).isEqualByComparingTo("20");
		assertThat(books.portfolio("breakout").position(ANY).cost()).isEqualByComparingTo("601");
	}

	@ParameterizedTest
	@CsvSource({ "1:3", "3:1", "reverse split 1-for-3", "1 for 3" })
	void sellsTheFractionThatASplitLeavesOver(String words) {
		hold("trend", "10", "1000");

		book(moved("SPLIT", "99", new BigDecimal("-7"), null, words));

		Portfolio trend = books.portfolio("trend");
		assertThat(trend.position(ANY).quantity()).isEqualByComparingTo("3");
		assertThat(trend.position(ANY).averagePrice().subtract(new BigDecimal("300")).abs()).isLessThan(new BigDecimal("0.000001"));
		assertThat(trend.realised().add(BigDecimal.ONE).abs()).isLessThan(new BigDecimal("0.000001"));
		assertThat(trend.cash()).isEqualByComparingTo("-901");
		assertThat(trend.income()).isZero();
	}

	@Test
	void lowersTheCostWhereNobodySaysHowMuchWasLeftOver() {
		hold("trend", "10", "1000");

		book(moved("SPLIT", "99", new BigDecimal("-7"), null, "reverse split"));

		assertThat(books.portfolio("trend").position(ANY).quantity()).isEqualByComparingTo("3");
		assertThat(books.portfolio("trend").position(ANY).cost()).isEqualByComparingTo("901");
		assertThat(books.portfolio("trend").realised()).isZero();
	}

	@Test
	void leavesNoCostWhereASplitLeavesNoUnit() {
		hold("trend", "50", "1000");

		book(moved("SPLIT", "9", new BigDecimal("-50"), null, "1:100"));

		assertThat(books.portfolio("trend").position(ANY).quantity()).isZero();
		assertThat(books.portfolio("trend").position(ANY).cost()).isZero();
		assertThat(books.portfolio("trend").realised()).isEqualByComparingTo("-991");
	}

	@Test
	void keepsTheCostThroughAnExchangeInTwoEntries() {
		hold("trend", "10", "1000");
		book(moved("SPLIT", "0", new BigDecimal("-10"), null, "old shares"));
		Map<String, BigDecimal> paid = Map.of("trend", books.portfolio("trend").position(ANY).cost());
		CashMoved second = new CashMoved("paper", "43", "SPLIT", ANY, "USD", BigDecimal.ZERO, new BigDecimal("40"), null, NOW, "new shares");

		CashBooking.of(second, "reserve", paid, null).forEach(books::book);

		assertThat(books.portfolio("trend").position(ANY).averagePrice()).isEqualByComparingTo("25");
	}

	@Test
	void sellsTheFractionThatAnEntryOfItsOwnTellsOf() {
		hold("trend", "3.5", "350");

		book(moved("CIL", "60", new BigDecimal("-0.5"), null, ""));

		assertThat(books.portfolio("trend").position(ANY).quantity()).isEqualByComparingTo("3");
		assertThat(books.portfolio("trend").realised()).isEqualByComparingTo("10");
	}

	@Test
	void sellsTheFractionOfTheSplitBeforeWhereOnlyMoneyIsTold() {
		hold("trend", "7", "700");
		hold("breakout", "3", "300");
		CashMoved reverse = new CashMoved("paper", "41", "SPLIT", ANY, "USD", BigDecimal.ZERO, new BigDecimal("-7"), null, NOW, "Split 1:3 of AAPL");
		CashBooking.of(reverse, "reserve", holders(), null).forEach(books::book);
		split = new BookedSplit("SPLIT: Split 1:3 of AAPL", new BigDecimal("-7"));

		book(moved("CIL", "99", null, null, "Cash in lieu"));

		assertThat(holders().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo("3");
		assertThat(books.portfolio("trend").realised().add(books.portfolio("breakout").realised()).add(BigDecimal.ONE).abs())
			.isLessThan(new BigDecimal("0.000001"));
		assertThat(books.portfolio("trend").position(ANY).averagePrice().subtract(new BigDecimal("300")).abs())
			.isLessThan(new BigDecimal("0.00001"));
	}

	@Test
	void lowersTheCostByMoneyOfNoSplitThatFits() {
		hold("trend", "3", "1000");
		split = new BookedSplit("SPLIT: Split 4:1 of AAPL", new BigDecimal("30"));

		book(moved("CIL", "99", null, null, "Cash in lieu"));

		assertThat(books.portfolio("trend").position(ANY).quantity()).isEqualByComparingTo("3");
		assertThat(books.portfolio("trend").position(ANY).cost()).isEqualByComparingTo("901");
	}

	@Test
	void losesNoUnitThoughTheMoneyForItIsLessThanACent() {
		hold("trend", "999999", "100");
		hold("breakout", "1", "1");

		book(moved("CIL", "0.01", new BigDecimal("-0.01"), null, ""));

		BigDecimal left = holders().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
		assertThat(left).isEqualByComparingTo("999999.99");
	}

	@Test
	void bringsUnitsInAtWhatTheyAreWorth() {
		book(moved("ACATS", "330", new BigDecimal("3"), null, ""));
		assertThat(books.portfolio("reserve").capital()).isEqualByComparingTo("330");
		assertThat(books.portfolio("reserve").cash()).isZero();
		assertThat(books.portfolio("reserve").position(ANY).averagePrice()).isEqualByComparingTo("110");

		CashBooking.of(new CashMoved("paper", "43", "ACATS", ANY, "USD", new BigDecimal("110"), BigDecimal.ONE.negate(), null, NOW, ""), "reserve",
				Map.of(), null).forEach(books::book);
		assertThat(books.portfolio("reserve").capital()).isEqualByComparingTo("220");
		assertThat(books.portfolio("reserve").realised()).isZero();
	}

	@Test
	void concernsAllWhoHoldWhatNoOrderClaims() {
		assertThat(CashBooking.isShared(moved("DIV", "1", null, null, ""))).isTrue();
		assertThat(CashBooking.isShared(moved("CFEE", "-1", null, "order", ""))).isFalse();
		assertThat(CashBooking.isShared(moved("ACATS", "0", BigDecimal.ONE, null, ""))).isFalse();
		assertThat(CashBooking.isShared(new CashMoved("paper", "1", "INT", null, "USD", BigDecimal.ONE, null, null, NOW, ""))).isFalse();
	}

	@Test
	void keepsTheBrokersWords() {
		assertThat(CashBooking.of(moved("DIV", "3", null, null, "cash dividend"), "trend", Map.of(), null).getFirst().cause()).isEqualTo("DIV: cash dividend");
	}

	@Test
	void tellsFeesFromEverythingElse() {
		assertThat(List.of("CFEE", "FEE", "REG", "TAF", "PTC")).allMatch(kind -> CashBooking.isFee(moved(kind, "-1", null, null, "")));
		assertThat(List.of("DIVFEE", "INT", "CSD")).noneMatch(kind -> CashBooking.isFee(moved(kind, "-1", null, null, "")));
	}

	private void book(CashMoved moved) {
		CashBooking.of(moved, "reserve", holders(), CashBooking.followsASplit(moved) ? split : null).forEach(books::book);
		assertThat(books.sums().values()).allMatch(sum -> sum.signum() == 0);
		assertThat(books.balances().keySet()).noneMatch(it -> it.kind() == AccountKind.ADJUSTMENT);
	}

	private Map<String, BigDecimal> holders() {
		Map<String, BigDecimal> holders = new TreeMap<>();
		List.of("trend", "breakout").forEach(bot -> holders.put(bot, books.portfolio(bot).position(ANY).quantity()));
		holders.values().removeIf(it -> it.signum() == 0);
		return holders;
	}

	private void hold(String bot, String quantity, String cost) {
		BigDecimal units = new BigDecimal(quantity);
		books.book(Bookings.fill("fill:" + bot, bot, new Bookings.Traded(ANY, ANY, "USD", Side.BUY, BigDecimal.ONE, new BigDecimal(cost)), "", NOW));
		books.book(Bookings.split("more:" + bot, bot, ANY, ANY, units.subtract(BigDecimal.ONE), "", NOW));
	}

	private static CashMoved moved(String kind, String amount, @Nullable BigDecimal quantity, @Nullable String order, String words) {
		return new CashMoved("paper", "42", kind, ANY, "USD", new BigDecimal(amount), quantity, order, NOW, words);
	}
}
