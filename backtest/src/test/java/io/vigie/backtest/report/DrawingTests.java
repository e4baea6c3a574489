package io.vigie.backtest.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawingTests {

	private static long second(String at) {
		return Instant.parse(at).getEpochSecond();
	}

	@Test
	void thinsCurvesWithoutLosingExtremesOrEnds() {
		double[] values = new double[100_000];
		values[31_415] = 9;
		values[31_416] = -9;
		values[99_999] = 5;
		Curve thinned = new Curve(IntStream.range(0, values.length).mapToLong(i -> i).toArray(), values).thinned(100);

		assertThat(thinned.at()).hasSizeLessThanOrEqualTo(100).isSorted().doesNotHaveDuplicates().contains(0, 31_415, 31_416, 99_999);
		assertThat(thinned.least()).isEqualTo(-9);
		assertThat(thinned.most()).isEqualTo(9);
		assertThat(thinned.values()[thinned.values().length - 1]).isEqualTo(5);
	}

	@Test
	void leavesShortCurvesAlone() {
		Curve curve = new Curve(new long[]{1, 2, 3}, new double[]{1, 1, 1});

		assertThat(curve.thinned(3)).isSameAs(curve);
		assertThatThrownBy(() -> new Curve(new long[1], new double[2])).hasMessageContaining("as many times as values");
		assertThatThrownBy(() -> new Curve(new long[0], new double[0])).hasMessageContaining("one at least");
	}

	@Test
	void writesRoundNumbersBesideAnAxis() {
		assertThat(Axis.over(440, 460).ticks()).extracting(it -> it.toPlainString()).containsExactly("440", "445", "450", "455", "460");
		assertThat(Axis.over(-0.0123, 0.004).ticks()).hasSizeBetween(3, 8).anyMatch(it -> it.signum() == 0);
		assertThat(Axis.over(5, 5).ticks()).isNotEmpty();
		assertThat(Axis.over(0, 0).ticks()).isNotEmpty();
	}

	@Test
	void drawsHighValuesHigh() {
		Axis axis = new Axis(0, 10);

		assertThat(axis.down(10)).isZero();
		assertThat(axis.down(0)).isEqualTo(1000);
		assertThat(axis.percent(2.5)).isEqualTo("75");
	}

	@Test
	void writesTimesThatPeopleCountIn() {
		assertThat(new TimeAxis(second("2013-01-02T00:00:00Z"), second("2013-12-31T00:00:00Z"), 1000).ticks())
			.extracting(TimeAxis.Tick::words).containsExactly("Apr 2013", "Jul 2013", "Oct 2013");
		assertThat(new TimeAxis(second("2013-11-25T09:03:00Z"), second("2013-11-25T10:48:00Z"), 1000).ticks())
			.extracting(TimeAxis.Tick::words).containsExactly("09:15", "09:30", "09:45", "10:00", "10:15", "10:30", "10:45");
		assertThat(new TimeAxis(second("2003-11-25T09:03:00Z"), second("2023-11-25T09:48:00Z"), 1000).ticks())
			.extracting(TimeAxis.Tick::words).containsExactly("2005", "2010", "2015", "2020");
		assertThat(new TimeAxis(5, 5, 1000).right(5)).isEqualTo(500);
	}

	@Test
	void putsEachTradeIntoItsBin() {
		String html = new Histogram(new double[]{-1.5, -0.5, -0.1, 0, 0.4, 9.9}).html();

		assertThat(html).contains("class=\"lost\"", "class=\"won\"", "<title>-2 % to -1 %: 1</title>", "<title>-1 % to 0 %: 2</title>",
				"<title>0 % to 1 %: 2</title>", "<title>9 % to 10 %: 1</title>");
	}

	@Test
	void drawsTradesThatAllMadeTheSame() {
		assertThat(new Histogram(new double[]{0, 0}).html()).contains(": 2</title>");
		assertThat(new Histogram(new double[]{-3}).html()).contains("class=\"lost\"");
	}

	@Test
	void groupsThousandsAndDropsZeros() {
		assertThat(Html.grouped(new java.math.BigDecimal("1234567.8900"))).isEqualTo("1\u202F234\u202F567.89");
		assertThat(Html.grouped(new java.math.BigDecimal("-1234"))).isEqualTo("-1\u202F234");
		assertThat(Html.grouped(new java.math.BigDecimal("1E+3"))).isEqualTo("1\u202F000");
		assertThat(Html.number(12.345)).isEqualTo("12.35");
		assertThat(Html.number(-0.001)).isEqualTo("0");
	}
}
