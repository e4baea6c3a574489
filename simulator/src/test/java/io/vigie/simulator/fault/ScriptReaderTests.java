package io.vigie.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptReaderTests {

	@Test
	void readsAScript() {
		Script script = read("""
				{ 'about': 'a bad morning', 'seed': 7, 'faults': [
				  { 'name': 'lost buys', 'about': 'why', 'do': { 'kind': 'answer_lost', 'how': 'silence', 'millis': 50 },
				    'on': { 'methods': 'POST', 'path': '/v2/orders', 'side': 'buy' }, 'when': { 'probability': 0.1, 'times': 20 } },
				  { 'do': { 'kind': 'partial_fills', 'share': '0.25' } },
				  { 'do': { 'kind': 'partial_fills', 'largest': 2 } } ] }""");
		assertThat(script.seed()).isEqualTo(7);
		assertThat(script.named(Set.of()).faults()).extracting(Fault::name).containsExactly("lost buys", "partial_fills-1", "partial_fills-2");
		assertThat(script.faults().getFirst().harm()).isEqualTo(new RequestHarm.AnswerLost(RequestHarm.Loss.SILENCE, 50));
		assertThat(script.faults().getFirst().on().methods()).containsExactly("POST");
		assertThat(script.faults().getFirst().when().probability()).isEqualByComparingTo("0.1");
		assertThat(script.faults().get(1).harm()).isEqualTo(new OrderHarm.PartialFills(null, new BigDecimal("0.25")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "'answer_lost'", "'server_error'", "'throttled'", "'forbidden'", "'connection_reset'",
			"'answer_late','millis':1", "'fields_changed','remove':'a'", "'clock_skew','seconds':-1.5", "'stream_dropped'", "'stream_silent'",
			"'event_lost'", "'event_duplicated'", "'event_reordered'", "'event_delayed','millis':1", "'partial_fills','share':0.5",
			"'order_rejected'", "'stop_refused'", "'insufficient_qty'", "'symbol_halted','how':'refused'" })
	void knowsEveryKindAndWritesItAsItReadsIt(String kind) {
		Script script = read("{'do':{'kind':" + kind + "}}");
		assertThat(script.faults().getFirst().harm().kind()).isEqualTo(kind.substring(1, kind.indexOf('\'', 1)));
		assertThat(ScriptReader.read(ScriptReader.MAPPER.writeValueAsString(script))).isEqualTo(script);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', value = {
			"{'faults':[{'do':{'kind':'flood'}}]}|faults[0].do.kind|is unknown: flood",
			"{'faults':[{'do':{'kind':'server_error'}},{'do':{}}]}|faults[1].do.kind|is missing",
			"{'faults':[{'name':'x'}]}|faults[0].do|is missing",
			"{'faults':[{'do':{'kind':'server_error'},'when':{'times':0}}]}|faults[0].when.times|must be from 1",
			"{'faults':[{'do':{'kind':'server_error'},'wen':{}}]}|faults[0].wen|is unknown",
			"{'faults':[{'do':{'kind':'server_error','stauts':500}}]}|faults[0].do.stauts|is unknown",
			"{'faults':[{'do':{'kind':'server_error','status':404}}]}|faults[0].do.status|must be from 500 to 599",
			"{'faults':[{'do':{'kind':'answer_late'}}]}|faults[0].do.millis|is missing",
			"{'faults':[{'do':{'kind':'answer_late','millis':60001}}]}|faults[0].do.millis|must be from 1 to 60000",
			"{'faults':[{'do':{'kind':'answer_late','millis':'soon'}}]}|faults[0].do.millis|can't be read",
			"{'faults':[{'do':{'kind':'answer_lost','how':'eaten'}}]}|faults[0].do.how|can't be read",
			"{'faults':[{'do':{'kind':'partial_fills'}}]}|faults[0].do|must have either largest or share",
			"{'faults':[{'do':{'kind':'partial_fills','share':1}}]}|faults[0].do.share|must be above 0 and below 1",
			"{'faults':[{'do':{'kind':'fields_changed'}}]}|faults[0].do|must have one of remove",
			"{'faults':[{'do':{'kind':'clock_skew'}}]}|faults[0].do.seconds|is missing",
			"{'faults':[{'do':{'kind':'server_error'},'on':{'path':'(' }}]}|faults[0].on.path|must be a regular expression",
			"{'faults':[{'do':{'kind':'server_error'},'on':{'side':'hold'}}]}|faults[0].on.side|must be buy or sell",
			"{'faults':[{'do':{'kind':'server_error'},'on':{'streams':'news'}}]}|faults[0].on.streams|must be of",
			"{'faults':[{'do':{'kind':'server_error'},'when':{'probability':1.5}}]}|faults[0].when.probability|must be above 0 and at most 1",
			"{'faults':[{'do':{'kind':'server_error'},'when':{'matches':[0]}}]}|faults[0].when.matches|must count from 1",
			"{'faults':[{'do':{'kind':'server_error'},'when':{'from':'noon'}}]}|faults[0].when.from|can't be read",
			"{'faults':[{'do':{'kind':'server_error'},'when':{'for_seconds':-1}}]}|faults[0].when.for_seconds|must be a number of seconds",
			"{'faults':[{'do':{'kind':'server_error'},'when':{'from_seconds':1,'from':'2026-01-05T00:00:00Z'}}]}|faults[0].when.from_seconds|can't be given together with from",
			"{'faults':[{'name':'a','do':{'kind':'server_error'}},{'name':'a','do':{'kind':'server_error'}}]}|faults[1].name|must be given once",
			"{'faults':[]}|faults|must have at least one fault", "{}|faults|must have at least one fault",
			"[]|''|must be an object with faults", "{'faults':[|''|can't be read", "{'do':{'kind':'flood'}}|do.kind|is unknown",
			"{'do':{'kind':'server_error'},'when':{'times':0}}|when.times|must be from 1" })
	void namesTheFieldThatIsWrong(String json, String field, String problem) {
		assertThatExceptionOfType(BadScript.class).isThrownBy(() -> read(json)).satisfies(it -> {
			assertThat(it.field()).isEqualTo(field.startsWith("'") ? "" : field);
			assertThat(it.getMessage()).startsWith((field.startsWith("'") ? "the script" : field) + " ").contains(problem);
		});
	}

	@Test
	void namesTheLine() {
		String script = """
				{
				  'faults': [
				    { 'do': { 'kind': 'server_error' } },
				    { 'do': { 'kind': 'server_error' },
				      'when': { 'times': 0 } }
				  ]
				}""";
		assertThatExceptionOfType(BadScript.class).isThrownBy(() -> read(script)).satisfies(it -> assertThat(it.line()).isEqualTo(5))
			.withMessage("faults[1].when.times must be from 1 to 2147483647 (line 5)");
	}

	@Test
	void namesFaultsAfterThoseThatAreThere() {
		Script script = new Script(null, null, List.of(new Fault(null, null, new RequestHarm.ConnectionReset(), null, null)));
		assertThat(script.named(Set.of("connection_reset-1")).faults().getFirst().name()).isEqualTo("connection_reset-2");
	}

	private static Script read(String json) {
		return ScriptReader.read(json.replace('\'', '"'));
	}
}
