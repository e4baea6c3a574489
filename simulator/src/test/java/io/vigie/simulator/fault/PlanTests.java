package io.vigie.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTests {

	private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

	private final List<Firing> firings = new ArrayList<>();
	private final Plan plan = new Plan(List.of(), firings::add);

	@Test
	void strikesIncidentsOnceAndConditionsForAsLongAsTheyLast() {
		arm("'do':{'kind':'server_error'}");
		assertThat(strikes(5)).containsExactly(1);
		plan.clear();
		arm("'do':{'kind':'clock_skew','seconds':1}");
		assertThat(strikes(3)).containsExactly(1, 2, 3);
	}

	@Test
	void strikesAsOftenAsToldAfterAsManyAsTold() {
		arm("'do':{'kind':'server_error'},'when':{'times':2,'after':3}");
		assertThat(strikes(9)).containsExactly(4, 5);
		assertThat(plan.armed()).singleElement().satisfies(it -> {
			assertThat(it.over()).isTrue();
			assertThat(it.fired()).isEqualTo(2);
			assertThat(it.matched()).isEqualTo(5);
		});
	}

	@Test
	void strikesExactlyTheOccasionsNamed() {
		arm("'do':{'kind':'server_error'},'when':{'matches':[2,5]}");
		assertThat(strikes(9)).containsExactly(2, 5);
		assertThat(plan.armed().getFirst().over()).isTrue();
	}

	@Test
	void drawsFromTheSeedAlone() {
		List<Integer> first = drawn(7, "a");
		assertThat(first).hasSizeBetween(200, 400).isEqualTo(drawn(7, "a"));
		assertThat(drawn(8, "a")).isNotEqualTo(first);
		assertThat(drawn(7, "b")).isNotEqualTo(first);
	}

	@Test
	void drawsTheSameWhateverElseIsArmed() {
		List<Integer> alone = drawn(7, "a");
		plan.clear();
		firings.clear();
		plan.arm(7, script("'faults':[{'name':'skew','do':{'kind':'clock_skew','seconds':1},'when':{'probability':0.5}},"
				+ "{'name':'a','do':{'kind':'server_error'},'when':{'probability':0.3}}]").faults(), NOON);
		IntStream.range(0, 1000).forEach(_ -> plan.strike(request("GET", "/v2/clock"), NOON));
		assertThat(firings.stream().filter(it -> it.fault().equals("a")).map(Firing::match)).isEqualTo(alone);
	}

	@Test
	void letsOneFaultAloneDecideTheOutcome() {
		arm("'name':'one','do':{'kind':'server_error'}");
		arm("'name':'two','do':{'kind':'answer_lost'}");
		arm("'name':'late','do':{'kind':'answer_late','millis':5}");
		assertThat(plan.strike(request("GET", "/v2/clock"), NOON)).hasSize(2);
		assertThat(plan.strike(request("GET", "/v2/clock"), NOON)).hasSize(1);
		assertThat(firings).extracting(Firing::fault).containsExactly("one", "late", "two");
	}

	@ParameterizedTest
	@CsvSource({ "9,false", "10,true", "19,true", "20,false" })
	void strikesInsideItsWindow(int seconds, boolean strikes) {
		arm("'do':{'kind':'server_error'},'when':{'from_seconds':10,'until_seconds':20}");
		assertThat(plan.strike(request("GET", "/v2/clock"), NOON.plusSeconds(seconds)).isEmpty()).isEqualTo(!strikes);
	}

	@Test
	void knowsInstantsToo() {
		arm("'do':{'kind':'server_error'},'when':{'from':'2026-01-05T12:00:05Z','until':'2026-01-05T12:00:06Z','times':9}");
		assertThat(IntStream.range(0, 10).filter(it -> !plan.strike(request("GET", "/"), NOON.plusSeconds(it)).isEmpty())).containsExactly(5);
	}

	@Test
	void lastsFromItsFirstStrikeOn() {
		arm("'do':{'kind':'server_error'},'when':{'after':1,'for_seconds':10}");
		assertThat(IntStream.range(0, 30).filter(it -> !plan.strike(request("GET", "/"), NOON.plusSeconds(it)).isEmpty()).boxed())
			.containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', value = { "{'methods':'POST'}|true", "{'methods':['GET','PATCH']}|false", "{'path':'/v2/orders'}|true",
			"{'path':'/v2/ord'}|false", "{'path':'/v2/ord.*'}|true", "{'symbols':'BTC/USD'}|true", "{'symbols':['ETH/USD']}|false",
			"{'side':'buy'}|true", "{'side':'sell'}|false", "{'types':'limit'}|true", "{'types':'stop'}|false", "{'client_order_id':'trend-.*'}|true",
			"{'client_order_id':'trend'}|false", "{'streams':'trade_updates'}|false", "{'events':'fill'}|false",
			"{'methods':'POST','side':'sell'}|false" })
	void strikesOnlyWhatFitsEverythingGiven(String on, boolean fits) {
		arm("'do':{'kind':'server_error'},'on':" + on);
		Occasion order = Occasion.request("POST", "/v2/orders", Set.of("BTC/USD"), "buy", "limit", false, "trend-1");
		assertThat(plan.strike(order, NOON).isEmpty()).isEqualTo(!fits);
	}

	@Test
	void strikesEachKindOnlyWhereItBelongs() {
		arm("'do':{'kind':'stream_silent','pings':false}");
		arm("'do':{'kind':'stop_refused','how':'rejected'}");
		assertThat(plan.strike(request("GET", "/v2/clock"), NOON)).isEmpty();
		assertThat(plan.strike(Occasion.heard("stocks"), NOON)).isEmpty();
		assertThat(plan.strike(Occasion.event(Site.MESSAGE, "stocks", "trade", "AAPL", null, null, null), NOON)).hasSize(1);
		assertThat(plan.strike(Occasion.order(Site.PLACEMENT, "AAPL", "sell", "stop", true, "x"), NOON)).isEmpty();
		assertThat(plan.strike(Occasion.order(Site.LIVE, "AAPL", "sell", "limit", false, "x"), NOON)).isEmpty();
		assertThat(plan.strike(Occasion.order(Site.LIVE, "AAPL", "sell", "stop", true, "x"), NOON)).hasSize(1);
	}

	@Test
	void recordsWhatItStruck() {
		arm("'name':'n','do':{'kind':'server_error'}");
		plan.strike(Occasion.request("POST", "/v2/orders", Set.of(), null, null, false, "mine"), NOON);
		assertThat(firings).containsExactly(new Firing("n", "server_error", 1, NOON, Site.REQUEST, "POST /v2/orders", "mine"));
	}

	@Test
	void goesOnFromWhereItStood() {
		arm("'do':{'kind':'server_error'},'when':{'times':3,'after':1}");
		strikes(2);
		List<Firing> later = new ArrayList<>();
		Plan resumed = new Plan(plan.armed(), later::add);
		IntStream.range(0, 9).forEach(_ -> resumed.strike(request("GET", "/v2/clock"), NOON));
		assertThat(later).extracting(Firing::match).containsExactly(3, 4);
	}

	private void arm(String fault) {
		Script script = script(fault);
		plan.arm(script.seed(), script.named(Set.copyOf(plan.armed().stream().map(Armed::name).toList())).faults(), NOON);
	}

	/** Which of so many occasions were struck. */
	private List<Integer> strikes(int occasions) {
		firings.clear();
		IntStream.range(0, occasions).forEach(_ -> plan.strike(request("GET", "/v2/clock"), NOON));
		return firings.stream().map(Firing::match).toList();
	}

	private List<Integer> drawn(long seed, String name) {
		plan.clear();
		plan.arm(seed, script("'name':'" + name + "','do':{'kind':'server_error'},'when':{'probability':0.3}").faults(), NOON);
		return strikes(1000);
	}

	private static Script script(String inside) {
		return ScriptReader.read("{" + inside.replace('\'', '"') + "}");
	}

	private static Occasion request(String method, String path) {
		return Occasion.request(method, path, Set.of(), null, null, false, null);
	}
}
