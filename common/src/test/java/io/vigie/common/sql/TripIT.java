package io.vigie.common.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.common.testing.RealInfrastructure;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

class TripIT {

	private final DriverManagerDataSource source = new DriverManagerDataSource(RealInfrastructure.addresses().databaseUrl(), "postgres", "vigie");
	private final JdbcTemplate jdbc = new JdbcTemplate(source);
	private final TransactionTemplate transactions = new TransactionTemplate(new DataSourceTransactionManager(source));

	@BeforeEach
	void prepare() {
		jdbc.execute("create table trip (name text primary key, worth int, body bytea, id uuid)");
		jdbc.execute("insert into trip (name, worth) values ('a', 1), ('b', 2)");
	}

	@AfterEach
	void clear() {
		jdbc.execute("drop table trip");
	}

	@Test
	void givesEachAnswerToWhoeverAsked() {
		List<String> names = new ArrayList<>();
		List<Integer> sums = new ArrayList<>();

		new Trip(jdbc)
			.ask("select name from trip where name = any (?) order by name", row -> names.add(row.getString(1)),
					new Trip.Many("text", new Object[] { "b", "a", "x" }))
			.tell("insert into trip (name, worth) values (?, ?)", "c", 3)
			.tell("update trip set worth = worth * 10 where name = ?", "a")
			.ask("select name from trip where name = 'nobody'", row -> names.add("nobody"))
			.ask("select sum(worth) from trip", row -> sums.add(row.getInt(1)))
			.go();

		assertThat(names).containsExactly("a", "b");
		assertThat(sums).containsExactly(15);
	}

	@Test
	void takesArraysOfBytesAndIds() {
		UUID id = UUID.randomUUID();
		byte[] body = { 0, 1, (byte) 0x80, '\\', '"', ',' };

		new Trip(jdbc).tell("insert into trip (name, body, id) select 'bytes', b, i from unnest(?, ?) as row (b, i)",
				new Trip.Many("bytea", new byte[][] { body }), new Trip.Many("uuid", new Object[] { id })).go();

		assertThat(jdbc.queryForObject("select body from trip where id = ?", byte[].class, id)).isEqualTo(body);
	}

	/** Otherwise who waited for a lock would decide on what was true before it got it. */
	@Test
	void seesWhatWasCommittedWhileItWaitedForALock() throws Exception {
		List<Integer> seen = new ArrayList<>();
		CompletableFuture<Void> waiting = new CompletableFuture<>();
		transactions.executeWithoutResult(_ -> {
			jdbc.update("update trip set worth = 100 where name = 'a'");
			jdbc.update("update trip set worth = 200 where name = 'b'");
			Thread.ofVirtual().start(() -> {
				transactions.executeWithoutResult(_ -> new Trip(jdbc)
					.tell("select * from trip where name = 'a' for update")
					.ask("select worth from trip where name = 'b'", row -> seen.add(row.getInt(1)))
					.go());
				waiting.complete(null);
			});
			JdbcTemplate other = new JdbcTemplate(new DriverManagerDataSource(RealInfrastructure.addresses().databaseUrl(), "postgres", "vigie"));
			Awaitility.await().until(() -> CompletableFuture.supplyAsync(() -> other.queryForObject(
					"select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like '%from trip%'", Integer.class)).join() > 0);
		});
		waiting.get(10, TimeUnit.SECONDS);

		assertThat(seen).containsExactly(200);
	}

	@Test
	void staysWhereItIsWhenNobodyAsks() {
		new Trip(new JdbcTemplate(new DriverManagerDataSource("jdbc:postgresql://localhost:1/nowhere"))).go();
	}

	@Test
	void failsAsOne() {
		assertThatThrownBy(() -> transactions.executeWithoutResult(_ -> new Trip(jdbc)
			.tell("insert into trip (name) values ('d')")
			.tell("insert into trip (name) values ('a')")
			.go())).isInstanceOf(DuplicateKeyException.class);
		assertThatThrownBy(() -> new Trip(jdbc).tell("select nothing from nowhere").go()).isInstanceOf(DataAccessException.class);

		assertThat(jdbc.queryForObject("select count(*) from trip", Integer.class)).isEqualTo(2);
	}
}
