package io.vigie.analyst;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An analyst as people see it: over HTTP. */
final class AnalystDoor {

	private final RestClient http;

	AnalystDoor(int port) {
		this.http = RestClient.builder().requestFactory(new JdkClientHttpRequestFactory()).baseUrl("http://localhost:" + port).build();
	}

	UUID askForBacktest(String json) {
		byte[] request = json.getBytes(StandardCharsets.UTF_8);
		String answer = http.post().uri("/analyst/backtests").contentType(MediaType.APPLICATION_JSON).contentLength(request.length).body(request)
			.retrieve().body(String.class);
		return UUID.fromString(JsonMapper.shared().readTree(answer).get("id").asString());
	}

	JsonNode backtest(UUID id) {
		return JsonMapper.shared().readTree(text("/analyst/backtests/" + id));
	}

	String text(String path) {
		return String.valueOf(http.get().uri(path).retrieve().body(String.class));
	}
}
