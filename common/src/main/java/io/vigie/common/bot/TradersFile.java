package io.vigie.common.bot;

import io.vigie.common.settings.WrongSetting;
import java.io.IOException;
import java.util.List;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.io.ApplicationResourceLoader;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Reads the file of traders: settings like all others, last in order, so that whatever is said elsewhere comes first. We read it
 * rather than have it imported, so that what is wrong with it is said in a sentence.
 */
class TradersFile implements EnvironmentPostProcessor {

	private static final String PROPERTY = "vigie.traders-file";

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		read(environment);
	}

	/** @throws WrongSetting where the file can't be read, or names no trader */
	static void read(ConfigurableEnvironment environment) {
		String name = environment.getProperty(PROPERTY);
		if (name != null) {
			load(name, environment).forEach(environment.getPropertySources()::addLast);
		}
	}

	private static List<PropertySource<?>> load(String name, ConfigurableEnvironment environment) {
		Resource file = ApplicationResourceLoader.get(ApplicationResourceLoader.get(), true).getResource(name);
		if (!file.exists()) {
			throw wrong(environment, "there is no such file");
		}
		try {
			List<PropertySource<?>> read = new YamlPropertySourceLoader().load(PROPERTY, file);
			if (read.stream().noneMatch(TradersFile::namesTraders)) {
				throw wrong(environment, "it has none");
			}
			return read;
		}
		catch (IOException e) {
			throw wrong(environment, "it can't be read: " + e.getMessage());
		}
		catch (MarkedYAMLException e) {
			throw wrong(environment, "line " + (e.getProblemMark().getLine() + 1) + " is no YAML: " + e.getProblem());
		}
		catch (YAMLException e) {
			throw wrong(environment, "it is no YAML: " + e.getMessage());
		}
	}

	private static boolean namesTraders(PropertySource<?> source) {
		return source instanceof EnumerablePropertySource<?> it && List.of(it.getPropertyNames()).stream().anyMatch(name -> name.startsWith("vigie.bots["));
	}

	private static WrongSetting wrong(ConfigurableEnvironment environment, String why) {
		return new WrongSetting(environment, PROPERTY, "a YAML file with a list of traders, vigie.bots; " + why);
	}
}
