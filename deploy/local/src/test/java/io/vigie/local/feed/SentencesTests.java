package io.vigie.local.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the messages as the services write them: the very files their own tests compare with. */
class SentencesTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final Path GOLDEN = Path.of("../../common/src/test/resources/golden");

	/** What is said of the others would drown what matters. */
	private static final Map<String, String> EXPECTED = Map.of(
			"trade-proposal", "03:04:05 trend      wants to BUY BTC/USD @ 801.20 — SMA(10) crossed above SMA(20)",
			"proposal-approved", "03:04:05 trend      may BUY 2 BTC/USD, stop-loss 785.17, take-profit 833.24",
			"proposal-refused", "03:04:05 trend      may not BUY BTC/USD — solvency: needs 1610.41 USD, 12.00 USD are free",
			"trade-booked", "03:04:05 trend      BUY 0.50 BTC/USD @ 801.20 filled");

	private final Sentences sentences = new Sentences(ZoneOffset.UTC);

	static Stream<Path> goldenMessages() throws IOException {
		try (Stream<Path> files = Files.list(GOLDEN)) {
			return files.toList().stream();
		}
	}

	@ParameterizedTest
	@MethodSource("goldenMessages")
	void saysEveryKindOfMessage(Path file) throws IOException {
		JsonNode message = JSON.readTree(Files.readString(file));
		assertThat(sentences.of(message)).isEqualTo(Optional.ofNullable(EXPECTED.get(message.path("message_type").asString(""))));
	}

	@Test
	void repeatsWithTheFillWhyItHappened() throws IOException {
		sentences.of(golden("proposal-approved"));
		assertThat(sentences.of(golden("trade-booked")))
			.hasValue("03:04:05 trend      BUY 0.50 BTC/USD @ 801.20 filled — SMA(10) crossed above SMA(20)");
	}

	@Test
	void knowsTheReasonFromTheProposalToo() {
		sentences.of(json("{'id':'p-1','message_type':'trade-proposal','data':{'reasoning':'because'}}"));
		assertThat(sentences.of(json("{'message_type':'trade-booked','data':{'proposal_id':'p-1','role':'EXIT'}}"))).get().asString()
			.endsWith("filled — because");
	}

	@ParameterizedTest
	@CsvSource({"STOP_LOSS,stop-loss reached", "TAKE_PROFIT,take-profit reached"})
	void saysWhichProtectionWasReached(String role, String why) {
		assertThat(sentences.of(json("{'message_type':'trade-booked','data':{'role':'%s'}}".formatted(role)))).get().asString().endsWith(" — " + why);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {"12.5|, gained 12.50", "-3|, lost 3", "0|filled", "0.00|filled"})
	void saysWhatWasGainedOrLost(String realised, String end) {
		assertThat(sentences.of(json("{'message_type':'trade-booked','data':{'realised':'%s'}}".formatted(realised)))).get().asString().endsWith(end);
	}

	@ParameterizedTest
	@CsvSource({"REJECTED,refused by the venue", "UNKNOWN,'sent, but the venue''s answer is not known yet'", "EXPIRED,expired"})
	void tellsWhatWentWrongWithAnOrder(String state, String words) {
		assertThat(sentences.of(json("""
				{'at':'2026-01-02T03:04:05Z','message_type':'order-changed','data':{'bot':'trend','side':'SELL','quantity':'1.10','symbol':'AAPL',\
				'state':'%s','reason':'no shares'}}""".formatted(state)))).hasValue("03:04:05 trend      SELL 1.10 AAPL: %s — no shares".formatted(words));
	}

	@ParameterizedTest
	@ValueSource(strings = {"INTENDED", "SENT", "ACCEPTED", "PARTIALLY_FILLED", "FILLED", "CANCELED", "SOMETHING_NEW"})
	void keepsQuietAboutTheUsualCourse(String state) {
		assertThat(sentences.of(json("{'message_type':'order-changed','data':{'state':'%s'}}".formatted(state)))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = {"{}", "[]", "'text'", "null", "{'message_type':7}", "{'message_type':'trade-proposal'}",
			"{'message_type':'trade-booked','data':'odd'}", "{'message_type':'proposal-approved','at':'now','data':{'quantity':'many'}}"})
	void survivesWhatAnotherVersionMightSay(String text) {
		assertThat(sentences.of(json(text)).orElse("")).doesNotContain("null");
	}

	@ParameterizedTest
	@CsvSource({"1,1", "1.5,1.50", "1.50,1.50", "0.278380490,0.27838049", "1E+3,1000", "100.00,100"})
	void writesNumbersAsPeopleDo(String number, String written) {
		assertThat(sentences.of(json("{'message_type':'trade-proposal','data':{'symbol':'X','price':'%s'}}".formatted(number)))).get().asString()
			.endsWith("X @ " + written);
	}

	/** The launcher runs for weeks: what it remembers must not grow with that. */
	@Test
	void forgetsTheOldestReasons() {
		for (int i = 0; i <= 1_000; i++) {
			sentences.of(json("{'id':'p-%d','message_type':'trade-proposal','data':{'reasoning':'because'}}".formatted(i)));
		}
		assertThat(sentences.of(json("{'message_type':'trade-booked','data':{'proposal_id':'p-0'}}"))).get().asString().doesNotContain("because");
		assertThat(sentences.of(json("{'message_type':'trade-booked','data':{'proposal_id':'p-1'}}"))).get().asString().contains("because");
	}

	private static JsonNode golden(String type) throws IOException {
		return JSON.readTree(Files.readString(GOLDEN.resolve(type + ".v1.json")));
	}

	private static JsonNode json(String text) {
		return JSON.readTree(text.replace('\'', '"'));
	}
}
