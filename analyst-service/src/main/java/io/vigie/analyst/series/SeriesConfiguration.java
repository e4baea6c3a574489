package io.vigie.analyst.series;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(SeriesSettings.class)
class SeriesConfiguration {
}
