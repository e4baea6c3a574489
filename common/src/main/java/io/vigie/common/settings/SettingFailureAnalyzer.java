package io.vigie.common.settings;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/** Turns a setting that can't be used into one sentence that names the variable to change. */
class SettingFailureAnalyzer implements FailureAnalyzer {

	private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]+)[:}]");

	private final Environment environment;

	SettingFailureAnalyzer(Environment environment) {
		this.environment = environment;
	}

	@Override
	public @Nullable FailureAnalysis analyze(Throwable failure) {
		WrongSetting wrong = find(failure, WrongSetting.class);
		if (wrong != null) {
			return said(wrong(wrong), failure);
		}
		BindException bind = find(failure, BindException.class);
		if (bind == null) {
			return null;
		}
		BindValidationException invalid = find(bind, BindValidationException.class);
		String sentence = invalid == null ? unreadable(bind)
				: invalid.getValidationErrors().getAllErrors().stream().map(error -> invalid(bind, error)).collect(Collectors.joining("\n"));
		return said(sentence, failure);
	}

	private static FailureAnalysis said(String sentence, Throwable failure) {
		return new FailureAnalysis(sentence, "Set the variable to a value that fits, in the environment or in .env.", failure);
	}

	private String wrong(WrongSetting wrong) {
		String variable = variable(wrong.property());
		return variable + " is '" + environment.getProperty(variable, String.valueOf(environment.getProperty(wrong.property())))
				+ "': it must be " + wrong.wanted();
	}

	private String unreadable(BindException e) {
		String property = e.getName().toString();
		String value = e.getProperty() == null ? "" : environment.resolvePlaceholders(String.valueOf(e.getProperty().getValue()));
		return variable(property) + " is '" + value + "', which is not " + wanted(e);
	}

	private static String wanted(BindException e) {
		Class<?> type = Objects.requireNonNullElse(e.getTarget().getType().resolve(), Object.class);
		Throwable root = e;
		while (root.getCause() != null && root.getCause() != root) {
			root = root.getCause();
		}
		return "a valid " + type.getSimpleName() + (root.getMessage() == null ? "" : ": " + root.getMessage());
	}

	private String invalid(BindException e, ObjectError error) {
		String property = e.getName() + (error instanceof FieldError field ? "." + kebab(field.getField()) : "");
		Object rejected = error instanceof FieldError field ? field.getRejectedValue() : null;
		Object value = rejected == null ? null : environment.getProperty(property, String.valueOf(rejected));
		return variable(property) + (value == null ? " is missing: it " : " is '" + value + "': it ") + error.getDefaultMessage();
	}

	/** The variable that the property's value comes from, else the one that would set it. */
	private String variable(String property) {
		if (environment instanceof ConfigurableEnvironment configurable) {
			for (PropertySource<?> source : configurable.getPropertySources()) {
				Object raw = source.getName().equals("configurationProperties") ? null : source.getProperty(property);
				Matcher matcher = VARIABLE.matcher(String.valueOf(raw));
				if (matcher.find()) {
					return matcher.group(1);
				}
			}
		}
		return ConfigurationPropertyName.of(property).toString().replace("-", "").replaceAll("[^a-zA-Z0-9]+", "_").toUpperCase(java.util.Locale.ROOT)
				+ " (" + property + ")";
	}

	private static String kebab(String field) {
		return field.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(java.util.Locale.ROOT);
	}

	private static <T extends Throwable> @Nullable T find(Throwable failure, Class<T> type) {
		for (Throwable e = failure; e != null; e = e.getCause()) {
			if (type.isInstance(e)) {
				return type.cast(e);
			}
		}
		return null;
	}
}
