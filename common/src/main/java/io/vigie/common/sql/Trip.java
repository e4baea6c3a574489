package io.vigie.common.sql;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * Several statements that go to the database together and are answered together. They are carried out one after the other, each
 * seeing what was committed when it began, just as if they had been sent one by one; but who holds a lock meanwhile holds it for
 * one trip instead of many. Part of the caller's transaction. For one use.
 */
public final class Trip {

	private final JdbcTemplate jdbc;
	private final List<Step> steps = new ArrayList<>();

	public Trip(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/** @param arguments as the driver takes them; arrays by {@link Many} */
	public Trip ask(String sql, RowCallbackHandler rows, Object... arguments) {
		steps.add(new Step(sql, List.of(arguments), rows));
		return this;
	}

	/** A statement whose answer nobody reads. */
	public Trip tell(String sql, Object... arguments) {
		return ask(sql, _ -> {
		}, arguments);
	}

	/** Does nothing where nothing was asked. */
	public void go() {
		if (steps.isEmpty()) {
			return;
		}
		jdbc.execute(steps.stream().map(Step::sql).collect(Collectors.joining(";\n")), (PreparedStatement all) -> {
			int number = 1;
			for (Object argument : steps.stream().flatMap(it -> it.arguments.stream()).toList()) {
				set(all, number++, argument);
			}
			boolean answered = all.execute();
			for (Step step : steps) {
				if (answered) {
					read(all, step.rows);
				}
				answered = all.getMoreResults();
			}
			return true;
		});
	}

	private static void set(PreparedStatement all, int number, Object argument) throws SQLException {
		if (argument instanceof Many(String type, Object[] values)) {
			all.setArray(number, all.getConnection().createArrayOf(type, values));
		}
		else {
			all.setObject(number, argument);
		}
	}

	private static void read(PreparedStatement all, RowCallbackHandler rows) throws SQLException {
		try (ResultSet answer = all.getResultSet()) {
			while (answer.next()) {
				rows.processRow(answer);
			}
		}
	}

	/** @param type of the database */
	public record Many(String type, @Nullable Object[] values) {

		/** One value of each row; times and numbers as the database reads them. */
		public static <T> Many of(String type, Collection<T> rows, Function<? super T, ? extends @Nullable Object> value) {
			return new Many(type, rows.stream().map(value).map(Many::plain).toArray());
		}

		private static @Nullable Object plain(@Nullable Object value) {
			return switch (value) {
				case BigDecimal it -> it.toPlainString();
				case Enum<?> it -> it.name();
				case Number it -> it.toString();
				case Instant it -> it.toString();
				case Boolean it -> it.toString();
				case null, default -> value;
			};
		}
	}

	private record Step(String sql, List<Object> arguments, RowCallbackHandler rows) {
	}
}
