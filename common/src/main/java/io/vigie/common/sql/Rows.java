package io.vigie.common.sql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How things become rows of a table: which column takes what. However many there are, they go in one statement of a {@link Trip}, and
 * nothing goes where there are none.
 */
public final class Rows<T> {

	private final String table;
	private final List<Column<T>> columns = new ArrayList<>();

	public Rows(String table) {
		this.table = table;
	}

	/** @param type of the database */
	public Rows<T> column(String name, String type, Function<? super T, ? extends @Nullable Object> value) {
		columns.add(new Column<>(name, type, value));
		return this;
	}

	/** In their order, as far as the database numbers rows. */
	public void insert(Trip trip, Collection<T> things) {
		insert(trip, things, "");
	}

	/** @param otherwise what is done where a row is there already: {@code on conflict …} */
	public void insert(Trip trip, Collection<T> things, String otherwise) {
		String names = names(Column::name);
		send(trip, things, "insert into " + table + " (" + names + ") select " + names + " from unnest(" + names(_ -> "?")
				+ ") with ordinality given (" + names + ", nth) order by nth " + otherwise);
	}

	/** Rows are found by the first column; the others change. */
	public void update(Trip trip, Collection<T> things) {
		String key = columns.getFirst().name;
		String changes = columns.stream().skip(1).map(it -> it.name + " = given." + it.name).collect(Collectors.joining(", "));
		send(trip, things, "update " + table + " kept set " + changes + " from unnest(" + names(_ -> "?") + ") given (" + names(Column::name)
				+ ") where kept." + key + " = given." + key);
	}

	private void send(Trip trip, Collection<T> things, String sql) {
		if (!things.isEmpty()) {
			trip.tell(sql, columns.stream().map(it -> Trip.Many.of(it.type, things, it.value)).toArray());
		}
	}

	private String names(Function<Column<T>, String> name) {
		return columns.stream().map(name).collect(Collectors.joining(", "));
	}

	private record Column<T>(String name, String type, Function<? super T, ? extends @Nullable Object> value) {
	}
}
