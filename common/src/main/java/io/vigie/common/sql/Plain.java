package io.vigie.common.sql;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Columns keep eighteen decimals; people and messages get the digits that mean something. */
public final class Plain {

	private Plain() {
	}

	public static BigDecimal of(BigDecimal value) {
		BigDecimal stripped = value.stripTrailingZeros();
		return stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
	}

	public static BigDecimal decimal(ResultSet row, String column) throws SQLException {
		return of(row.getBigDecimal(column));
	}

	public static @Nullable BigDecimal decimalOrNull(ResultSet row, String column) throws SQLException {
		BigDecimal value = row.getBigDecimal(column);
		return value == null ? null : of(value);
	}
}
