package io.vigie.common.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.common.testing.RealInfrastructure;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class RowsIT {

	private static final UUID ID = UUID.fromString("01020304-0506-0708-090a-0b0c0d0e0f10");
	private static final Instant AT = Instant.parse("2026-03-04T05:06:07.123456Z");

	private final JdbcTemplate jdbc = new JdbcTemplate(
			new DriverManagerDataSource(RealInfrastructure.addresses().databaseUrl(), "postgres", "vigie"));
	private final Rows<Thing> rows = new Rows<Thing>("things").column("id", "uuid", Thing::id)
		.column("mood", "text", Thing::mood)
		.column("worth", "numeric", Thing::worth)
		.column("size", "int4", Thing::size)
		.column("loved", "bool", Thing::loved)
		.column("at", "timestamptz", Thing::at)
		.column("facts", "jsonb", Thing::facts);

	private enum Mood {

		GRIM;

		@Override
		public String toString() {
			return "in words: " + name();
		}
	}

	private record Thing(UUID id, Mood mood, @Nullable BigDecimal worth, int size, boolean loved, Instant at, String facts) {
	}

	@BeforeEach
	void prepare() {
		jdbc.execute("create table things (id uuid primary key, seq bigint generated always as identity, mood text not null, worth numeric,"
				+ " size int not null, loved boolean not null, at timestamptz not null, facts jsonb not null)");
	}

	@AfterEach
	void clear() {
		jdbc.execute("drop table things");
	}

	@Test
	void takesEveryKindOfValue() {
		insert(thing(ID, new BigDecimal("1E+3"), 7));

		Map<String, Object> row = jdbc.queryForMap("select id, mood, worth, size, loved, at = ?::timestamptz as same, facts ->> 'say' as say from things",
				AT.toString());
		assertThat(row).containsEntry("id", ID).containsEntry("mood", "GRIM").containsEntry("size", 7).containsEntry("loved", true)
			.containsEntry("same", true).containsEntry("say", "a \"b\", {c}\\");
		assertThat((BigDecimal) row.get("worth")).isEqualByComparingTo("1000");
	}

	@Test
	void leavesOutWhatThereIsNot() {
		insert(thing(ID, null, 7));

		assertThat(jdbc.queryForObject("select count(*) from things where worth is null", Integer.class)).isEqualTo(1);
	}

	@Test
	void numbersRowsInTheirOrder() {
		List<Thing> many = IntStream.range(0, 200).mapToObj(i -> thing(UUID.randomUUID(), BigDecimal.ONE, i)).toList();

		insert(many.toArray(Thing[]::new));

		assertThat(jdbc.queryForList("select size from things order by seq", Integer.class)).isEqualTo(many.stream().map(Thing::size).toList());
	}

	@Test
	void changesOnlyWhatItFinds() {
		UUID other = UUID.randomUUID();
		insert(thing(ID, BigDecimal.ONE, 1), thing(other, BigDecimal.TWO, 2));

		var trip = new Trip(jdbc);
		rows.update(trip, List.of(thing(ID, BigDecimal.TEN, 10), thing(UUID.randomUUID(), BigDecimal.TEN, 30)));
		trip.go();

		assertThat(jdbc.queryForList("select size from things order by size", Integer.class)).containsExactly(2, 10);
		assertThat(jdbc.queryForObject("select worth from things where id = ?", BigDecimal.class, ID)).isEqualByComparingTo("10");
	}

	@Test
	void doesOtherwiseWhereARowIsThere() {
		insert(thing(ID, BigDecimal.ONE, 1));

		var trip = new Trip(jdbc);
		rows.insert(trip, List.of(thing(ID, BigDecimal.TEN, 10)), "on conflict (id) do update set worth = excluded.worth");
		trip.go();

		assertThat(jdbc.queryForMap("select size, worth::int as worth from things")).containsEntry("size", 1).containsEntry("worth", 10);
	}

	@Test
	void goesNowhereWithNothing() {
		var trip = new Trip(new JdbcTemplate(new DriverManagerDataSource("jdbc:postgresql://localhost:1/nowhere")));
		rows.insert(trip, List.of());
		rows.update(trip, List.of());
		trip.go();
	}

	private void insert(Thing... things) {
		var trip = new Trip(jdbc);
		rows.insert(trip, List.of(things));
		trip.go();
	}

	private static Thing thing(UUID id, @Nullable BigDecimal worth, int size) {
		return new Thing(id, Mood.GRIM, worth, size, true, AT, "{\"say\": \"a \\\"b\\\", {c}\\\\\"}");
	}
}
