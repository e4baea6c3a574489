package io.vigie.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Risk's REST API as its users see it. */
public final class Api {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final RestClient client;

	public Api(int port) {
		client = RestClient.create("http://localhost:" + port);
	}

	public JsonNode get(String path) {
		return read(exchange(HttpMethod.GET, path, Map.of()), 200);
	}

	public JsonNode post(String path, Map<String, ?> body) {
		return read(exchange(HttpMethod.POST, path, body), 200);
	}

	public JsonNode delete(String path) {
		return read(exchange(HttpMethod.DELETE, path, Map.of()), 200);
	}

	public String text(String path) {
		return String.valueOf(exchange(HttpMethod.GET, path, Map.of()).getBody());
	}

	/** A problem of RFC 9457 with this status. */
	public JsonNode problem(HttpMethod method, String path, Map<String, ?> body, int status) {
		ResponseEntity<String> answer = exchange(method, path, body);
		assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
		return read(answer, status);
	}

	private static JsonNode read(ResponseEntity<String> answer, int status) {
		assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(status);
		return JSON.readTree(answer.getBody());
	}

	private ResponseEntity<String> exchange(HttpMethod method, String path, Map<String, ?> body) {
		RestClient.RequestBodySpec request = client.method(method).uri(path);
		if (method == HttpMethod.POST) {
			request.contentType(MediaType.APPLICATION_JSON).body(JSON.writeValueAsString(body));
		}
		return request.retrieve().onStatus(HttpStatusCode::isError, (_, _) -> {
		}).toEntity(String.class);
	}
}
