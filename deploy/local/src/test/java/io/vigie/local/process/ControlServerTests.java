package io.vigie.local.process;

import static io.vigie.local.process.PartFixtures.sleeping;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.vigie.local.setting.Layout;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ControlServerTests {

	private static final String TOKEN = "open-sesame";

	private final HttpClient client = HttpClient.newHttpClient();

	@TempDir
	private Path folder;

	private Supervisor supervisor;

	private HttpServer server;

	private ControlServer control;

	@BeforeEach
	void start() {
		Layout layout = new Layout(folder, folder.resolve("data"));
		layout.create();
		supervisor = new Supervisor(List.of(sleeping("sentinel")), layout, Clock.systemUTC());
		supervisor.start();
		server = ControlServer.bind(0);
		control = ControlServer.start(server, supervisor, TOKEN);
		await().until(() -> status().state() == State.UP);
	}

	@AfterEach
	void stop() {
		control.close();
		supervisor.stop();
	}

	@Test
	void listensOnLoopbackOnly() {
		assertThat(server.getAddress().getAddress().isLoopbackAddress()).isTrue();
	}

	@Test
	void tellsAllProcessesAndOne() throws Exception {
		assertThat(get("/processes")).returns(200, HttpResponse::statusCode).extracting(HttpResponse::body).asString()
			.contains("\"stopping\":false", "\"name\":\"sentinel\"", "\"state\":\"UP\"", "\"pid\":" + status().pid());
		assertThat(get("/processes/sentinel").body()).contains("\"name\":\"sentinel\"");
		assertThat(get("/processes/stranger")).returns(404, HttpResponse::statusCode).returns(
				"{\"detail\":\"There is no process named stranger.\"}", HttpResponse::body);
	}

	@Test
	void restartsForWhoeverShowsTheToken() throws Exception {
		long before = status().pid();
		HttpResponse<String> answer = post("/processes/sentinel/restart", "Bearer " + TOKEN);
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(status().pid()).isNotEqualTo(before);
		assertThat(answer.body()).contains("\"pid_before\":" + before, "\"pid_after\":",
				"sentinel, process %d was killed; process ".formatted(before));
	}

	@ParameterizedTest
	@ValueSource(strings = {"", "open-sesame", "Bearer ", "Bearer open-sesam", "Bearer open-sesamee", "bearer open-sesame", "Basic open-sesame"})
	void restartsForNobodyElse(String authorization) throws Exception {
		long before = status().pid();
		assertThat(post("/processes/sentinel/restart", authorization).statusCode()).isEqualTo(401);
		assertThat(status()).returns(before, Status::pid).returns(0, Status::restarts);
	}

	@Test
	void doesNotTellStrangersWhichNamesThereAre() throws Exception {
		assertThat(post("/processes/stranger/restart", "").statusCode()).isEqualTo(401);
		assertThat(post("/processes/stranger/restart", "Bearer " + TOKEN).statusCode()).isEqualTo(404);
	}

	@Test
	void restartsNothingOnAGet() throws Exception {
		assertThat(get("/processes/sentinel/restart").statusCode()).isEqualTo(405);
		assertThat(status().restarts()).isZero();
	}

	@Test
	void restartsNothingWhileThePlatformStops() throws Exception {
		supervisor.stop();
		assertThat(post("/processes/sentinel/restart", "Bearer " + TOKEN).statusCode()).isEqualTo(409);
		assertThat(get("/processes").body()).contains("\"stopping\":true");
	}

	@ParameterizedTest
	@CsvSource({"/processes/a/b/c,404", "/processes/sentinel/stop,404", "/processes//restart,401", "/processes/%00,404", "/other,404",
			"/processes/..%2f..%2fetc,404"})
	void answersStrangeQuestionsCalmly(String path, int code) throws Exception {
		assertThat(post(path, "").statusCode()).isEqualTo(code);
		assertThat(status().state()).isEqualTo(State.UP);
	}

	@Test
	void survivesGarbage() throws Exception {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.getAddress().getPort())) {
			socket.getOutputStream().write("\u0000\u0001 what?\r\n\r\n".repeat(100).getBytes(StandardCharsets.ISO_8859_1));
		}
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.getAddress().getPort())) {
			socket.getOutputStream().write("POST /processes/sentinel/restart HTTP/1.1\r\nContent-Length: 99999".getBytes(StandardCharsets.US_ASCII));
		}
		assertThat(get("/processes").statusCode()).isEqualTo(200);
	}

	private Status status() {
		return supervisor.status("sentinel").orElseThrow();
	}

	private HttpResponse<String> get(String path) throws IOException, InterruptedException {
		return client.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
	}

	private HttpResponse<String> post(String path, String authorization) throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).POST(HttpRequest.BodyPublishers.noBody());
		if (!authorization.isEmpty()) {
			request.header("Authorization", authorization);
		}
		return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

	private URI uri(String path) {
		return URI.create("http://localhost:%d%s".formatted(server.getAddress().getPort(), path));
	}
}
