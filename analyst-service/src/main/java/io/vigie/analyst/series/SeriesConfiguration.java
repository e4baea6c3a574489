package io.vigie.analyst.series;

import io.vigie.common.bot.Bots;
import org.springframework.beans.factory.BeanFactoryInitializer;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(SeriesSettings.class)
class SeriesConfiguration {

	/** A strategy that nobody knows is said at once, as with every other setting, though database and broker be away. */
	@Bean
	static BeanFactoryInitializer<ConfigurableListableBeanFactory> strategiesFirst() {
		return beans -> {
			Bots bots = beans.getBean(Bots.class);
			bots.all().forEach(bot -> Watches.strategy(bot, bots.all()));
		};
	}
}
