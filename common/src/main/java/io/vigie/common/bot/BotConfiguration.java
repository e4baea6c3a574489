package io.vigie.common.bot;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesBinding;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.convert.converter.Converter;
import io.vigie.engine.market.Timeframe;

@AutoConfiguration
@EnableConfigurationProperties(BotSettings.class)
class BotConfiguration {

	@Bean
	Bots bots(BotSettings settings) {
		return new Bots(settings.bots());
	}

	@Bean
	@ConfigurationPropertiesBinding
	static TimeframeConverter timeframeConverter() {
		return new TimeframeConverter();
	}

	static final class TimeframeConverter implements Converter<String, Timeframe> {

		@Override
		public Timeframe convert(String code) {
			return Timeframe.of(code);
		}
	}
}
