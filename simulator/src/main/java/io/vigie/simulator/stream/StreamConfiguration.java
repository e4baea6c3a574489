package io.vigie.simulator.stream;

import io.vigie.simulator.access.Keys;
import io.vigie.simulator.injection.Injector;
import io.vigie.simulator.market.Market;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.server.standard.ServletServerContainerFactoryBean;
import tools.jackson.databind.json.JsonMapper;

/** Puts each stream on its path. */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class StreamConfiguration {

	private static final int LARGEST_MESSAGE = 256 * 1024;

	@Bean
	WebSocketConfigurer streams(Market market, Keys keys, JsonMapper mapper, StreamLimits limits, Connections connections,
			Injector injector) {
		return registry -> registry
			.addHandler(new DataStream(Feed.STOCKS, market, keys, mapper, limits, connections, injector), "/v2/iex", "/v2/sip", "/v2/delayed_sip")
			.addHandler(new DataStream(Feed.CRYPTO, market, keys, mapper, limits, connections, injector), "/v1beta3/crypto/us")
			.addHandler(new TradeUpdates(market, keys, mapper, limits, connections, injector), "/stream");
	}

	@Bean
	ServletServerContainerFactoryBean webSocketContainer() {
		ServletServerContainerFactoryBean container = new ServletServerContainerFactoryBean();
		container.setMaxTextMessageBufferSize(LARGEST_MESSAGE);
		container.setMaxBinaryMessageBufferSize(LARGEST_MESSAGE);
		return container;
	}
}
