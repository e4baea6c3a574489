package io.vigie.executor.schedule;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Flow;
import javax.net.ssl.SSLSession;

/** An answer that came over no wire. */
record ModelAnswer<T>(HttpRequest request, int statusCode, T body) implements HttpResponse<T> {

	private static final HttpHeaders NONE = HttpHeaders.of(Map.of(), (_, _) -> true);

	static <T> T read(int status, byte[] bytes, HttpResponse.BodyHandler<T> handler) {
		var reader = handler.apply(new HttpResponse.ResponseInfo() {
			@Override
			public int statusCode() {
				return status;
			}

			@Override
			public HttpHeaders headers() {
				return NONE;
			}

			@Override
			public HttpClient.Version version() {
				return HttpClient.Version.HTTP_1_1;
			}
		});
		reader.onSubscribe(new Flow.Subscription() {
			@Override
			public void request(long n) {
				// It is all there.
			}

			@Override
			public void cancel() {
				// Nothing is under way.
			}
		});
		reader.onNext(List.of(ByteBuffer.wrap(bytes)));
		reader.onComplete();
		return reader.getBody().toCompletableFuture().join();
	}

	@Override
	public Optional<HttpResponse<T>> previousResponse() {
		return Optional.empty();
	}

	@Override
	public HttpHeaders headers() {
		return NONE;
	}

	@Override
	public Optional<SSLSession> sslSession() {
		return Optional.empty();
	}

	@Override
	public URI uri() {
		return request.uri();
	}

	@Override
	public HttpClient.Version version() {
		return HttpClient.Version.HTTP_1_1;
	}
}
