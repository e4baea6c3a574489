package io.vigie.common.settings;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;

/** How users know the properties: by the variables that they set. */
final class Variables {

	private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]+)[:}]");
	private static final String TRADERS = "vigie.bots";

	private Variables() {
	}

	/** The variable that the property's value comes from, else the one that would set it. */
	static String of(String property, @Nullable Environment environment) {
		if (environment instanceof ConfigurableEnvironment configurable) {
			for (PropertySource<?> source : configurable.getPropertySources()) {
				Object raw = source.getName().equals("configurationProperties") ? null : source.getProperty(property);
				Matcher matcher = VARIABLE.matcher(String.valueOf(raw));
				if (matcher.find()) {
					return matcher.group(1);
				}
			}
		}
		if (property.startsWith(TRADERS)) {
			return "VIGIE_TRADERS_FILE (" + property + ")";
		}
		return ConfigurationPropertyName.of(property).toString().replace("-", "").replaceAll("[^a-zA-Z0-9]+", "_").toUpperCase(Locale.ROOT)
				+ " (" + property + ")";
	}
}
