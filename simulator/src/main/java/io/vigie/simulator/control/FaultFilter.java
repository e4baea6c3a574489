package io.vigie.simulator.control;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Lets the faults strike, after the keys are checked. The controls themselves are never hit. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class FaultFilter extends OncePerRequestFilter {

	private final Faults faults;

	FaultFilter(Faults faults) {
		this.faults = faults;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !request.getRequestURI().startsWith("/v") || faults.waiting().isEmpty();
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Fault fault = faults.strike(request.getMethod(), request.getRequestURI()).orElse(null);
		if (fault == null) {
			chain.doFilter(request, response);
			return;
		}
		waitFor(fault.delay());
		switch (fault.toKind()) {
			case UNAVAILABLE -> answer(response, 503, "{\"code\":50310000,\"message\":\"service unavailable\"}");
			case THROTTLED -> {
				response.setHeader(HttpHeaders.RETRY_AFTER, "1");
				answer(response, 429, "{\"code\":42910000,\"message\":\"rate limit exceeded\"}");
			}
			case LOST_ANSWER -> {
				chain.doFilter(request, new ContentCachingResponseWrapper(response));
				response.reset();
				answer(response, 504, "{\"code\":50410000,\"message\":\"gateway timeout\"}");
			}
			case DELAY -> chain.doFilter(request, response);
		}
	}

	private static void waitFor(int millis) {
		try {
			Thread.sleep(millis);
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

	private static void answer(HttpServletResponse response, int status, String body) throws IOException {
		response.setStatus(status);
		response.setContentType("application/json;charset=UTF-8");
		response.getWriter().write(body);
	}
}
