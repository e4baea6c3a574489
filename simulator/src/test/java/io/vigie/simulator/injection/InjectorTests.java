package io.vigie.simulator.injection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigie.simulator.exchange.Exchange;
import io.vigie.simulator.fault.Armed;
import io.vigie.simulator.fault.BadScript;
import io.vigie.simulator.fault.Fault;
import io.vigie.simulator.fault.Occasion;
import io.vigie.simulator.fault.Script;
import io.vigie.simulator.fault.ScriptReader;
import io.vigie.simulator.market.VenueMarket;
import io.vigie.simulator.setting.VariablesFixtures;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InjectorTests {

	private static final Instant WALL = Instant.parse("2026-11-20T13:14:15Z");

	@TempDir
	private Path folder;

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
	private VenueMarket venue;
	private Injector injector;

	@BeforeEach
	void open() {
		venue = VenueMarket.open(folder);
		injector = inject();
	}

	@AfterEach
	void close() {
		venue.close();
	}

	@Test
	void leavesOrdersToTheVenueAndKeepsTheRest() {
		arm("'faults':[{'do':{'kind':'order_rejected'}},{'do':{'kind':'server_error'}}]");
		List<Armed> atVenue = venue.market().read(Exchange::hazards);
		assertThat(atVenue).extracting(Armed::name).containsExactly("order_rejected-1");
		assertThat(injector.armed()).extracting(Armed::name).containsExactly("server_error-1", "order_rejected-1");
	}

	@Test
	void isQuietUntilSomethingCanStrikeARequestOrAStream() {
		assertThat(injector.isQuiet()).isTrue();
		arm("'do':{'kind':'order_rejected'}");
		assertThat(injector.isQuiet()).isTrue();
		arm("'do':{'kind':'server_error'}");
		assertThat(injector.isQuiet()).isFalse();
		injector.disarm();
		assertThat(injector.isQuiet()).isTrue();
		assertThat(injector.armed()).isEmpty();
	}

	@Test
	void recordsBothKindsInOrderWithBothTimes() {
		arm("'do':{'kind':'order_rejected'}");
		arm("'do':{'kind':'server_error'}");
		venue.print("AAPL", "100");
		venue.pass(Duration.ofSeconds(30));
		venue.buy("AAPL", "mine");
		injector.strike(Occasion.request("GET", "/v2/clock", Set.of(), null, null, false, null), injector.now());
		assertThat(injector.firings(0)).extracting(it -> it.firing().id()).containsExactly("mine", "/v2/clock");
		assertThat(injector.firings(1)).singleElement().satisfies(it -> {
			assertThat(it.number()).isEqualTo(2);
			assertThat(it.wallTime()).isEqualTo(WALL);
			assertThat(it.firing().at()).isEqualTo(injector.now());
		});
		assertThat(registry.counter("simulator.faults", "kind", "order_rejected").count()).isEqualTo(1);
		injector.forget();
		assertThat(injector.firings(0)).isEmpty();
	}

	@Test
	void givesFreshNamesAndRefusesTakenOnes() {
		arm("'do':{'kind':'server_error'}");
		arm("'do':{'kind':'server_error'}");
		assertThat(injector.armed()).extracting(Armed::name).containsExactly("server_error-1", "server_error-2");
		assertThatExceptionOfType(BadScript.class).isThrownBy(() -> arm("'name':'server_error-2','do':{'kind':'order_rejected'}"))
			.withMessage("faults[0].name must be given once, but is 'server_error-2' again");
		assertThat(injector.armed()).hasSize(2);
	}

	@Test
	void startsItsTimesWhenItIsArmed() {
		venue.pass(Duration.ofSeconds(100));
		arm("'do':{'kind':'server_error'},'when':{'from_seconds':10}");
		assertThat(strikes()).isFalse();
		venue.pass(Duration.ofSeconds(10));
		assertThat(strikes()).isTrue();
	}

	@Test
	void writesAScriptOfWhatStruck() {
		arm("'name':'a','do':{'kind':'server_error'},'when':{'after':2,'times':2}");
		arm("'name':'b','do':{'kind':'throttled'},'when':{'from_seconds':1000000}");
		for (int i = 0; i < 6; i++) {
			strikes();
		}
		Script replay = injector.replay();
		assertThat(replay.faults()).extracting(Fault::name).containsExactly("a", "b");
		assertThat(replay.faults()).extracting(it -> it.when().matches()).containsExactly(List.of(3, 4), List.of());
		assertThat(ScriptReader.read(ScriptReader.MAPPER.writeValueAsString(replay))).isEqualTo(replay);
	}

	@Test
	void findsNoFaultsOfTheProcessBeforeIt() {
		arm("'do':{'kind':'order_rejected'}");
		assertThat(inject().armed()).isEmpty();
	}

	private Injector inject() {
		return new Injector(venue.market(), VariablesFixtures.of(), Clock.fixed(WALL, ZoneOffset.UTC), registry);
	}

	private boolean strikes() {
		return !injector.strike(Occasion.request("GET", "/v2/clock", Set.of(), null, null, false, null), injector.now()).isEmpty();
	}

	private void arm(String inside) {
		injector.arm(ScriptReader.read("{" + inside.replace('\'', '"') + "}"));
	}
}
