package io.vigie.common.settings;

import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/** Turns a setting that can't be used into one sentence that names the variable to change. */
class SettingFailureAnalyzer implements FailureAnalyzer {

	private final Environment environment;

	/** @param environment none where it is what could not be made */
	SettingFailureAnalyzer(@Nullable Environment environment) {
		this.environment = environment == null ? new StandardEnvironment() : environment;
	}

	@Override
	public @Nullable FailureAnalysis analyze(Throwable failure) {
		WrongSetting wrong = find(failure, WrongSetting.class);
		if (wrong != null) {
			return said(String.valueOf(wrong.getMessage()), failure);
		}
		InvalidConfigurationPropertyValueException senseless = find(failure, InvalidConfigurationPropertyValueException.class);
		if (senseless != null) {
			return said(Variables.of(senseless.getName(), environment) + " is '" + senseless.getValue() + "': " + senseless.getReason(), failure);
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

	private String unreadable(BindException e) {
		String property = e.getName().toString();
		String value = e.getProperty() == null ? "" : environment.resolvePlaceholders(String.valueOf(e.getProperty().getValue()));
		return Variables.of(property, environment) + " is '" + value + "', which is not " + wanted(e);
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
		return Variables.of(property, environment) + (value == null ? " is missing: it " : " is '" + value + "': it ") + error.getDefaultMessage();
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
