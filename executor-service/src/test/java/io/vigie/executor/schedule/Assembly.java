package io.vigie.executor.schedule;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;

/**
 * The objects of one process, made through their own constructors and wired by type: what the container does, in microseconds,
 * so that a process can be thrown away and made anew thousands of times. What it is given stands in for what it would make.
 */
public final class Assembly {

	private final Binder settings;
	private final List<Object> parts = new ArrayList<>();

	Assembly(Binder settings) {
		this.settings = settings;
	}

	Assembly with(Object... given) {
		parts.addAll(List.of(given));
		return this;
	}

	/** Made by the caller from the parts that are there already, in place of what would be made here. */
	public <T> T put(T part) {
		parts.add(part);
		return part;
	}

	public <T> T get(Class<T> type) {
		for (Object part : parts) {
			if (type.isInstance(part)) {
				return type.cast(part);
			}
		}
		return put(make(type));
	}

	private <T> T make(Class<T> type) {
		ConfigurationProperties bound = type.getAnnotation(ConfigurationProperties.class);
		if (bound != null) {
			return settings.bindOrCreate(bound.value(), type);
		}
		if (type.isInterface()) {
			// Nobody on the paths taken here uses it.
			return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, (_, method, _) -> {
				throw new UnsupportedOperationException(method.toString());
			}));
		}
		Constructor<?> constructor = Arrays.stream(type.getDeclaredConstructors())
			.max(Comparator.<Constructor<?>, Boolean>comparing(it -> it.isAnnotationPresent(Autowired.class)).thenComparing(Constructor::getParameterCount))
			.orElseThrow();
		constructor.setAccessible(true);
		try {
			return type.cast(constructor.newInstance(Arrays.stream(constructor.getParameterTypes()).map(this::get).toArray()));
		}
		catch (InvocationTargetException e) {
			throw new IllegalStateException(type + " can't be made", e.getCause());
		}
		catch (ReflectiveOperationException e) {
			throw new IllegalStateException(type + " can't be made", e);
		}
	}
}
