package io.vigie.analyst.backtest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** A request is a few hundred bytes: larger ones are refused unread, and so are those that don't say how large they are. */
@Configuration(proxyBeanMethods = false)
class RequestSize implements WebMvcConfigurer, HandlerInterceptor {

	private static final long MOST_BYTES = 16 * 1024;

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this).addPathPatterns("/analyst/backtests");
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (!"POST".equals(request.getMethod())) {
			return true;
		}
		if (request.getContentLengthLong() < 0) {
			throw BacktestController.problem(HttpStatus.LENGTH_REQUIRED, "A request must say its length.");
		}
		if (request.getContentLengthLong() > MOST_BYTES) {
			throw BacktestController.problem(HttpStatus.CONTENT_TOO_LARGE, "A request may have " + MOST_BYTES + " bytes at most.");
		}
		return true;
	}
}
