package io.vigie.common.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.vigie.common.json.VigieJson;
import io.vigie.common.kafka.Contracts;
import io.vigie.common.kafka.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The wire is a promise: every type has a golden file that is only ever added to. */
class GoldenMessagesTests {

	private static final JsonMapper MAPPER = VigieJson.mapper();
	private final Contracts contracts = new Contracts(MAPPER);

	static List<Body> all() {
		return MessageFixtures.all();
	}

	@Test
	void coversEveryTypeOfEveryTopic() {
		Set<Class<?>> covered = all().stream().map(Object::getClass).collect(Collectors.toSet());
		assertThat(covered).containsExactlyInAnyOrderElementsOf(leaves(Body.class).toList());
	}

	@ParameterizedTest
	@MethodSource("all")
	void writesGoldenFile(Body data) throws IOException {
		assertThat(MAPPER.readTree(contracts.write(MessageFixtures.message(data)))).isEqualTo(golden(data));
	}

	@ParameterizedTest
	@MethodSource("all")
	void readsGoldenFile(Body data) throws IOException {
		byte[] bytes = MAPPER.writeValueAsBytes(golden(data));
		assertThat(contracts.read(topicOf(data), bytes)).isEqualTo(MessageFixtures.message(data));
	}

	@ParameterizedTest
	@MethodSource("all")
	void ignoresFieldsItDoesNotKnow(Body data) throws IOException {
		ObjectNode golden = (ObjectNode) golden(data);
		golden.put("added_later", 1);
		((ObjectNode) golden.get("data")).put("added_later", "x");
		assertThat(contracts.read(topicOf(data), MAPPER.writeValueAsBytes(golden))).isEqualTo(MessageFixtures.message(data));
	}

	@ParameterizedTest
	@MethodSource("all")
	void carriesDecimalsAsStrings(Body data) throws IOException {
		assertThat(nodes(golden(data))).noneMatch(JsonNode::isFloatingPointNumber);
	}

	private static JsonNode golden(Body data) throws IOException {
		String name = "/golden/" + data.getClass().getAnnotation(JsonTypeName.class).value() + ".v" + data.contractVersion() + ".json";
		try (InputStream file = GoldenMessagesTests.class.getResourceAsStream(name)) {
			assertThat(file).as("golden file " + name).isNotNull();
			return MAPPER.readTree(new String(file.readAllBytes(), StandardCharsets.UTF_8));
		}
	}

	private static Stream<JsonNode> nodes(JsonNode node) {
		return Stream.concat(Stream.of(node), node.values().stream().flatMap(GoldenMessagesTests::nodes));
	}

	private static String topicOf(Body data) {
		return Topics.known().stream().filter(it -> it.family().isInstance(data)).findFirst().orElseThrow().name();
	}

	private static Stream<Class<?>> leaves(Class<?> type) {
		return type.isSealed() ? Arrays.stream(type.getPermittedSubclasses()).flatMap(GoldenMessagesTests::leaves) : Stream.of(type);
	}
}
