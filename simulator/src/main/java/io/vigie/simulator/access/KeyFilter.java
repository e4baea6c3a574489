package io.vigie.simulator.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets nobody in without the keys, by Alpaca's two headers or basic authentication. Health, metrics, the API document
 * and the WebSocket handshakes are open: the sockets ask for the keys in their first message. So are, as at Alpaca, the
 * prices of crypto.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class KeyFilter extends OncePerRequestFilter {

	private static final Set<String> SOCKETS = Set.of("/stream", "/v2/iex", "/v2/sip", "/v2/delayed_sip", "/v1beta3/crypto/us");

	/** Ways to write one path as another. */
	private static final String DISGUISED = ".*(\\.\\.|;|//|\\\\|%2[eE]|%5[cC]).*";

	private final Keys keys;
	private final RateLimit rateLimit;

	KeyFilter(Keys keys, RateLimit rateLimit) {
		this.keys = keys;
		this.rateLimit = rateLimit;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (request.getRequestURI().matches(DISGUISED)) {
			answer(response, HttpServletResponse.SC_BAD_REQUEST, "{\"code\":40010000,\"message\":\"invalid path\"}");
			return;
		}
		if (isOpen(request.getRequestURI())) {
			chain.doFilter(request, response);
			return;
		}
		int left = rateLimit.take();
		response.setIntHeader("X-RateLimit-Limit", rateLimit.limit());
		response.setIntHeader("X-RateLimit-Remaining", Math.max(0, left));
		response.setHeader("X-RateLimit-Reset", Long.toString(rateLimit.resetAt()));
		Credentials given = Credentials.of(request);
		boolean isPublic = request.getRequestURI().startsWith("/v1beta3/crypto/");
		if (given == null && !isPublic) {
			answer(response, HttpServletResponse.SC_FORBIDDEN, "{\"message\":\"forbidden.\"}");
		}
		else if (given != null && !keys.fit(given.id, given.secret)) {
			answer(response, HttpServletResponse.SC_UNAUTHORIZED, "{\"code\":40110000,\"message\":\"request is not authorized\"}");
		}
		else if (left < 0) {
			response.setHeader(HttpHeaders.RETRY_AFTER, "1");
			answer(response, 429, "{\"code\":42910000,\"message\":\"rate limit exceeded\"}");
		}
		else {
			chain.doFilter(request, response);
		}
	}

	private static boolean isOpen(String path) {
		return path.startsWith("/actuator/") || path.startsWith("/v3/api-docs") || SOCKETS.contains(path);
	}

	private static void answer(HttpServletResponse response, int status, String body) throws IOException {
		response.setStatus(status);
		response.setContentType("application/json;charset=UTF-8");
		response.getWriter().write(body);
	}

	private record Credentials(String id, String secret) {

		private static @Nullable Credentials of(HttpServletRequest request) {
			String id = request.getHeader("APCA-API-KEY-ID");
			String secret = request.getHeader("APCA-API-SECRET-KEY");
			if (id != null && secret != null) {
				return new Credentials(id, secret);
			}
			String basic = request.getHeader(HttpHeaders.AUTHORIZATION);
			if (basic == null || !basic.startsWith("Basic ")) {
				return null;
			}
			try {
				String pair = new String(Base64.getDecoder().decode(basic.substring(6)), StandardCharsets.UTF_8);
				int colon = pair.indexOf(':');
				return colon < 0 ? null : new Credentials(pair.substring(0, colon), pair.substring(colon + 1));
			}
			catch (IllegalArgumentException _) {
				return null;
			}
		}
	}
}
