package io.vigie.simulator.injection;

import io.vigie.simulator.fault.AnswerHarm;
import io.vigie.simulator.fault.Harm;
import io.vigie.simulator.fault.RequestHarm;
import io.vigie.simulator.wire.Sockets;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.databind.json.JsonMapper;

/** Lets faults strike requests, after the keys are checked. The controls themselves are never hit. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class FaultFilter extends OncePerRequestFilter {

	private static final int A_MINUTE = 60;

	private final Injector injector;
	private final Struckable struckable;
	private final Sockets sockets;
	private final JsonMapper mapper;
	private final Clock clock;

	FaultFilter(Injector injector, Struckable struckable, Sockets sockets, JsonMapper mapper, Clock clock) {
		this.injector = injector;
		this.struckable = struckable;
		this.sockets = sockets;
		this.mapper = mapper;
		this.clock = clock;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		String path = request.getRequestURI();
		return injector.isQuiet() || !path.startsWith("/v") && !path.equals("/stream");
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Reread reread = new Reread(request);
		List<Harm> harms = injector.strike(struckable.of(request, reread.body()), injector.now());
		int late = lateness(harms, it -> Boolean.FALSE.equals(it.done()));
		pause(late);
		Harm outcome = harms.stream().filter(Harm::decides).findFirst().orElse(null);
		pass(outcome, harms.stream().filter(AnswerHarm.class::isInstance).toList(),
				lateness(harms, it -> !Boolean.FALSE.equals(it.done())), reread, response, chain);
	}

	private void pass(@Nullable Harm outcome, List<Harm> edits, int late, HttpServletRequest request, HttpServletResponse response,
			FilterChain chain) throws ServletException, IOException {
		switch (outcome) {
			case RequestHarm.ConnectionReset _ -> sockets.cut(request.getRemotePort(), true);
			case RequestHarm.AnswerLost(var how, var millis) -> {
				chain.doFilter(request, new ContentCachingResponseWrapper(response));
				pause(how == RequestHarm.Loss.SILENCE ? Objects.requireNonNullElse(millis, A_MINUTE * 1000) : 0);
				sockets.cut(request.getRemotePort(), how == RequestHarm.Loss.RESET);
			}
			case RequestHarm.ServerError(var status, var done) -> {
				if (Boolean.TRUE.equals(done)) {
					chain.doFilter(request, new ContentCachingResponseWrapper(response));
					response.resetBuffer();
				}
				pause(late);
				int code = Objects.requireNonNullElse(status, HttpServletResponse.SC_SERVICE_UNAVAILABLE);
				answer(response, code, code * 100_000 + 10_000, code == 503 ? "service unavailable" : "internal server error occurred");
			}
			case RequestHarm.Throttled(var seconds) -> {
				int wait = Objects.requireNonNullElse(seconds, A_MINUTE);
				response.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(wait));
				response.setHeader("X-RateLimit-Remaining", "0");
				response.setHeader("X-RateLimit-Reset", Long.toString(clock.instant().getEpochSecond() + wait));
				answer(response, 429, 42910000, "rate limit exceeded");
			}
			case RequestHarm.Forbidden(var message) -> answer(response, HttpServletResponse.SC_FORBIDDEN, 40310000,
					Objects.requireNonNullElse(message, "forbidden."));
			case null, default -> proceed(edits, late, request, response, chain);
		}
	}

	/** A handshake has no body to edit or to hold back: what it is to be told late, it is told late from the start. */
	private void proceed(List<Harm> edits, int late, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		boolean handshake = "websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE));
		if (handshake || edits.isEmpty() && late == 0) {
			pause(handshake ? late : 0);
			chain.doFilter(request, response);
			return;
		}
		ContentCachingResponseWrapper held = new ContentCachingResponseWrapper(response);
		chain.doFilter(request, held);
		pause(late);
		byte[] body = held.getContentAsByteArray();
		String type = held.getContentType();
		if (edits.isEmpty() || body.length == 0 || type == null || !type.contains("json")) {
			held.copyBodyToResponse();
			return;
		}
		byte[] edited = mapper.writeValueAsBytes(Edits.apply(edits, mapper.readValue(body, Object.class)));
		for (Harm edit : edits) {
			if (edit instanceof AnswerHarm.ClockSkew(var seconds)) {
				response.setDateHeader(HttpHeaders.DATE, clock.instant().plus(Edits.skew(Objects.requireNonNull(seconds))).toEpochMilli());
			}
		}
		response.setContentLength(edited.length);
		response.getOutputStream().write(edited);
	}

	private static int lateness(List<Harm> harms, Predicate<RequestHarm.AnswerLate> which) {
		List<Integer> waits = new ArrayList<>();
		for (Harm harm : harms) {
			if (harm instanceof RequestHarm.AnswerLate late && which.test(late)) {
				waits.add(Objects.requireNonNull(late.millis()));
			}
		}
		return waits.stream().mapToInt(Integer::intValue).sum();
	}

	private static void pause(int millis) {
		try {
			Thread.sleep(millis);
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

	private void answer(HttpServletResponse response, int status, int code, String message) throws IOException {
		response.setStatus(status);
		response.setContentType("application/json;charset=UTF-8");
		response.getOutputStream().write(mapper.writeValueAsBytes(Map.of("code", code, "message", message)));
	}
}
