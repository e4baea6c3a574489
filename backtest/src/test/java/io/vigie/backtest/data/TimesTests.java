package io.vigie.backtest.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTests {

	@ParameterizedTest
	@ValueSource(strings = {"1361318400", "1361318400.0", "1361318400000", "1361318400000000", "1361318400000000000", "2013-02-20", "2013/02/20",
			"2013.02.20", "20130220", "2013-02-20T00:00:00Z", "2013-02-20T00:00:00", "2013-02-20 00:00", "2013-02-20 00:00:00", "2013/02/20 00:00:00",
			"2013-02-20 00:00:00+00:00", "2013-02-20 01:00:00+0100", "2013-02-19T19:00:00-05:00", "2013-02-20 00:00:00 UTC",
			"2013-02-20T00:00:00.000Z", "2013-02-20 00:00:00+00"})
	void readsWhatFilesWrite(String text) {
		assertThat(Times.parse(text)).isEqualTo(Instant.ofEpochSecond(1361318400));
	}

	@ParameterizedTest
	@CsvSource({"1361318400.25, 2013-02-20T00:00:00.250Z", "1361318400250, 2013-02-20T00:00:00.250Z", "-1, 1969-12-31T23:59:59Z", "0, 1970-01-01T00:00:00Z"})
	void keepsFractionsAndWhatLiesBeforeTheEpoch(String text, Instant expected) {
		assertThat(Times.parse(text)).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = {"", "yesterday", "02/20/2013", "2013-13-01", "2013-02-20T25:00:00Z", "20131350"})
	void refusesWhatIsNoTime(String text) {
		assertThatThrownBy(() -> Times.parse(text)).isInstanceOf(DateTimeException.class);
	}

	@Test
	void tellsDaysFromTimes() {
		assertThat(Times.isDate("2013-02-20")).isTrue();
		assertThat(Times.isDate("20130220")).isTrue();
		assertThat(Times.isDate("1361318400")).isFalse();
		assertThat(Times.isDate("2013-02-20 00:00")).isFalse();
	}
}
