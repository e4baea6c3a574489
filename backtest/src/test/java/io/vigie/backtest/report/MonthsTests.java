package io.vigie.backtest.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.engine.backtest.EquityPoint;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MonthsTests {

	private static EquityPoint point(String at, String equity) {
		return new EquityPoint(0, Instant.parse(at), new BigDecimal(equity));
	}

	@Test
	void compareEachMonthsEndWithTheLast() {
		String html = new Months(new BigDecimal("100"), List.of(point("2023-12-30T00:00:00Z", "90"), point("2023-12-31T23:00:00Z", "110"),
				point("2024-01-15T00:00:00Z", "99"), point("2024-03-01T00:00:00Z", "198"))).html();

		assertThat(html).contains("<td>2023</td>", ">+10.0</td></tr>", "<td>2024</td>", ">-10.0<", ">+100.0<", ">+80.0</td></tr>");
	}

	@Test
	void leaveMonthsWithoutDataEmpty() {
		assertThat(new Months(new BigDecimal("100"), List.of(point("2024-03-01T00:00:00Z", "100"))).html())
			.contains("<td>2024</td><td></td><td></td><td style=\"background:rgb(var(--win-wash) / 0.00)\">+0.0</td><td></td>");
	}
}
