package io.vigie.backtest.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.engine.market.Bar;
import io.vigie.engine.market.Timeframe;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarketFileTests {

	private static final String ROWS = "2013-01-02,10,12,9,11,500\n2013-01-03,11,13,10,12,600\n";

	@ParameterizedTest
	@ValueSource(strings = {"date,open,high,low,close,volume", "Date,Open,High,Low,Close,Volume", "timestamp,open,high,low,close,volume",
			"TIME,O,H,L,C,V", "Datetime,Open,High,Low,Close,Volume BTC", "<DATE>,<OPEN>,<HIGH>,<LOW>,<CLOSE>,<VOL>",
			"\"date\",\"open\",\"high\",\"low\",\"close\",\"volume\"", "\uFEFFdate,open,high,low,close,volume", "# made by hand\ndate,open,high,low,close,volume"})
	void readsBarsUnderEveryUsualHeader(String header) {
		assertBars(bars(header + "\n" + ROWS));
	}

	@Test
	void readsBarsWithoutAHeader() {
		assertBars(bars(ROWS));
	}

	@Test
	void readsColumnsInAnyOrderAndIgnoresOthers() {
		assertBars(bars("Close,Adj Close,Date,Volume,Low,High,Open\n11,10.5,2013-01-02,500,9,12,10\n12,11.5,2013-01-03,600,10,13,11\n"));
	}

	@ParameterizedTest
	@ValueSource(strings = {";", "\t"})
	void readsOtherSeparators(String separator) {
		assertBars(bars(("date,open,high,low,close,volume\n" + ROWS).replace(",", separator)));
	}

	@Test
	void readsWindowsLineEndsBlankLinesAndQuotedThousands() {
		assertBars(bars("date,open,high,low,close,volume\r\n\r\n2013-01-02,$10,12.00,9,11,\"500\"\r\n2013-01-03,11,13,10,12,\"600\"\r\n"));
		assertThat(bars("date,open,high,low,close,volume\n2013-01-02,\"1,234.5\",\"1,240\",9,11,\"20,018,500\"\n").bars().getFirst().volume())
			.isEqualByComparingTo("20018500");
	}

	@Test
	void readsAFileThatRunsBackwards() {
		assertBars(bars("date,open,high,low,close,volume\n2013-01-03,11,13,10,12,600\n2013-01-02,10,12,9,11,500\n"));
	}

	@Test
	void readsPackedFiles() throws IOException {
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (GZIPOutputStream to = new GZIPOutputStream(packed)) {
			to.write(("date,open,high,low,close,volume\n" + ROWS).getBytes(StandardCharsets.UTF_8));
		}
		assertBars((MarketData.Bars) MarketFile.read("f", new ByteArrayInputStream(packed.toByteArray()), "AAPL", "f", false));
	}

	@Test
	void readsADateAndATimeInTwoColumns() {
		assertThat(bars("date,time,open,high,low,close\n2013-01-02,09:30,1,1,1,1\n2013-01-02,09:35,1,1,1,1\n").bars())
			.extracting(Bar::openAt).containsExactly(Instant.parse("2013-01-02T09:30:00Z"), Instant.parse("2013-01-02T09:35:00Z"));
	}

	@Test
	void findsTheTimeframeThatFitsBetweenAllBars() {
		assertThat(bars("t,o,h,l,c\n0,1,1,1,1\n60,1,1,1,1\n300,1,1,1,1\n").timeframe()).isEqualTo(Timeframe.M1);
		assertThat(bars("t,o,h,l,c\n0,1,1,1,1\n1800,1,1,1,1\n").timeframe()).as("half hours").isEqualTo(Timeframe.M15);
		assertThat(bars("t,o,h,l,c\n0,1,1,1,1\n14400,1,1,1,1\n").timeframe()).as("four hours").isEqualTo(Timeframe.H1);
		assertThat(bars("date,o,h,l,c\n2013-01-04,1,1,1,1\n").timeframe()).as("one day").isEqualTo(Timeframe.D1);
	}

	@Test
	void readsPrints() {
		MarketData.Prints prints = (MarketData.Prints) read("time,price,size\n1385337600,800.010000000000,0.1\n1385337600,800.05,0.2\n", false);
		assertThat(prints.ticks()).extracting(it -> it.price().toPlainString()).containsExactly("800.01", "800.05");
		assertThat(prints.ticks()).extracting(it -> it.sequence()).containsExactly(1L, 2L);
	}

	@Test
	void namesTheLineOfARowItCanNotRead() {
		String header = "date,open,high,low,close,volume\n2013-01-02,10,12,9,11,500\n";
		assertRefused(header + "2013-01-03,11,13,10,twelve,1\n", "data.csv, line 3: 'twelve' is not a number, close expected");
		assertRefused(header + "2013-01-03,11,13,10\n", "data.csv, line 3: has 4 cells, at least 5 are needed");
		assertRefused(header + "2013-01-03,11,11.5,10,12,1\n", "line 3: the high 11.5 or low 10 lies inside the body from 11 to 12");
		assertRefused(header + "2013-01-03,11,13,-1,12,1\n", "line 3: the low -1 is not positive");
		assertRefused(header + "2013-01-02,11,13,10,12,1\n", "line 3: has the time of the row before it");
		assertRefused(header + "2013-01-03,11,13,10,12,1\n2013-01-01,11,13,10,12,1\n", "line 4: 2013-01-01T00:00:00Z is before");
		assertRefused(header + "01/03/2013,11,13,10,12,1\n", "line 3: '01/03/2013' is not a time");
		assertRefused(header + "2013-01-03,1e400,13,10,12,1\n", "line 3: the open 1e400 is out of bounds");
		assertRefused(header + "2013-01-03,NaN,13,10,12,1\n", "line 3: 'NaN' is not a number");
		assertRefused(header + "2013-01-03,11,13,10,12,-1\n", "line 3: the volume -1 is negative");
	}

	@Test
	void refusesFilesThatHoldNothing() {
		assertRefused("", "data.csv: is empty");
		assertRefused("date,open,high,low,close\n", "data.csv: holds no rows");
		assertRefused("date,open,high,close\n2013-01-02,1,1,1\n", "line 1: the header is 'date,open,high,close', and must name open, high, low and close");
		assertRefused("2013-01-02,1,1,1\n", "line 1: has four cells and no header");
		assertThatThrownBy(() -> MarketFile.read(Path.of("nowhere.csv"), "X", false)).isInstanceOf(BadData.class)
			.hasMessage("nowhere.csv: there is no such file");
	}

	@Test
	void leavesBadRowsOutAndSaysWhichWhereAsked() {
		MarketData data = read("date,open,high,low,close,volume\n2013-01-02,10,12,9,11,500\nnull,null,null,null,null,null\n2013-01-03,11,13,10,12,600\n", true);
		assertBars((MarketData.Bars) data);
		assertThat(data.leftOut()).singleElement().satisfies(it -> assertThat(it).startsWith("data.csv, line 3: "));
	}

	@Test
	void namesASymbolAfterTheFile() {
		assertThat(MarketFile.symbol(Path.of("/some/where/btc-usd.csv.gz"))).isEqualTo("BTC-USD");
		assertThat(MarketFile.symbol(Path.of("...csv"))).isEqualTo("CSV");
		assertThat(MarketFile.symbol(Path.of("ü.csv"))).isEqualTo("DATA");
	}

	@Test
	void readsWhatShipsWithTheProduct() {
		assertThat(((MarketData.Prints) BuiltIn.of("btc/usd").orElseThrow().read()).ticks()).hasSize(100_000);
		MarketData.Bars ether = (MarketData.Bars) BuiltIn.of("ETH/USD").orElseThrow().read();
		assertThat(ether.timeframe()).isEqualTo(Timeframe.M5);
		assertThat(ether.bars().getFirst().openAt()).isEqualTo(Instant.ofEpochMilli(1678730699999L + 1 - 300_000));
		assertThat(((MarketData.Bars) BuiltIn.of("AAPL").orElseThrow().read()).bars()).hasSize(252);
		assertThat(BuiltIn.of("MSFT")).isEmpty();
	}

	private static void assertBars(MarketData.Bars data) {
		assertThat(data.timeframe()).isEqualTo(Timeframe.D1);
		assertThat(data.bars()).extracting(it -> it.openAt() + " " + it.open() + " " + it.high() + " " + it.low() + " " + it.close() + " " + it.volume())
			.containsExactly("2013-01-02T00:00:00Z 10 12 9 11 500", "2013-01-03T00:00:00Z 11 13 10 12 600");
	}

	private static void assertRefused(String text, String sentence) {
		assertThatThrownBy(() -> read(text, false)).isInstanceOf(BadData.class).hasMessageContaining(sentence);
	}

	private static MarketData.Bars bars(String text) {
		return (MarketData.Bars) read(text, false);
	}

	private static MarketData read(String text, boolean lenient) {
		try {
			return MarketFile.read("data.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "AAPL", "data.csv", lenient);
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
