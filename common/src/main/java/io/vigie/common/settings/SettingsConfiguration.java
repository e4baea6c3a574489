package io.vigie.common.settings;

import org.springframework.beans.factory.BeanFactoryInitializer;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Settings are read before anything connects: what is wrong with one is said at once, though database and broker be away. */
@AutoConfiguration
class SettingsConfiguration {

	@Bean
	static BeanFactoryInitializer<ConfigurableListableBeanFactory> settingsFirst() {
		return beans -> {
			for (String name : beans.getBeanDefinitionNames()) {
				if (isOurs(beans.getBeanDefinition(name))) {
					beans.getBean(name);
				}
			}
		};
	}

	private static boolean isOurs(BeanDefinition definition) {
		return definition instanceof AbstractBeanDefinition it && it.hasBeanClass() && it.getBeanClass().isRecord()
				&& it.getBeanClass().isAnnotationPresent(ConfigurationProperties.class);
	}
}
