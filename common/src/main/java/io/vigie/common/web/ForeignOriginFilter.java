package io.vigie.common.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/** A page of another site, open in the user's browser, must not change anything here. */
class ForeignOriginFilter extends OncePerRequestFilter {

	private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (HARMLESS.contains(request.getMethod()) || isOwn(request.getHeader(HttpHeaders.ORIGIN), request)) {
			chain.doFilter(request, response);
			return;
		}
		response.setStatus(HttpServletResponse.SC_FORBIDDEN);
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		response.getWriter().write("""
				{"title":"Forbidden","status":403,"detail":"Requests of other sites' pages are refused."}""");
	}

	private static boolean isOwn(@Nullable String origin, HttpServletRequest request) {
		if (origin == null) {
			return true;
		}
		try {
			String host = URI.create(origin).getHost();
			return host != null && host.equalsIgnoreCase(request.getServerName());
		}
		catch (IllegalArgumentException _) {
			return false;
		}
	}
}
