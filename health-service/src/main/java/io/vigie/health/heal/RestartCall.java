package io.vigie.health.heal;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** One HTTP call for a restart, its answer bounded and judged. */
final class RestartCall {

	private static final int MAX_ANSWER_BYTES = 4096;
	private static final int SHOWN = 300;

	private final HttpClient client;

	RestartCall(HttpClient client) {
		this.client = client;
	}

	/** @return the answer's body */
	String send(HttpRequest request, String whom) {
		try {
			HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
			try (InputStream body = answer.body()) {
				String text = new String(body.readNBytes(MAX_ANSWER_BYTES), StandardCharsets.UTF_8).strip();
				if (answer.statusCode() / 100 != 2) {
					throw new RestartRefused(whom + " answered " + answer.statusCode() + ": " + text.substring(0, Math.min(SHOWN, text.length())));
				}
				return text;
			}
		}
		catch (IOException e) {
			throw new RestartRefused(whom + " can't be asked: " + e.getClass().getSimpleName());
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new RestartRefused(whom + " was not asked to the end");
		}
	}
}
