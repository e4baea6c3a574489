package io.vigie.local.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.jspecify.annotations.Nullable;

/** Lays executable jars out flat, once per content: what a group of services shares, and what each has for itself. */
final class Unpacker {

	private final Path cache;

	private final Collection<Path> group;

	private @Nullable Map<String, Long> common;

	/**
	 * @param cache where the result goes
	 * @param group the executable jars that are to share as much as they can
	 */
	Unpacker(Path cache, Collection<Path> group) {
		this.cache = cache;
		this.group = List.copyOf(group);
	}

	/** The class path of one of the group; unpacks what is not there yet. */
	synchronized ClassPath classPath(Path file) {
		BootJar jar = new BootJar(file);
		Map<String, Long> inCommon = inCommon();
		Path libraries = cache.resolve("lib");
		List<Path> shared = new ArrayList<>();
		List<Path> own = new ArrayList<>();
		jar.libraries().forEach((name, checksum) -> {
			if (inCommon.containsKey(name)) {
				shared.add(jar.extract(name, libraries));
			}
			else {
				own.add(jar.extract(name, cache.resolve("own").resolve(Long.toHexString(checksum))));
			}
		});
		shared.add(rehearsal(libraries));
		String name = file.getFileName().toString();
		own.add(jar.extractClasses(cache.resolve("app").resolve(name)));
		return new ClassPath(jar.mainClass(), shared, own);
	}

	/** Jars of others, same name and same content in the whole group. Our own change too often to be worth caching. */
	private Map<String, Long> inCommon() {
		Map<String, Long> result = common;
		if (result == null) {
			result = new TreeMap<>();
			boolean first = true;
			for (Path each : group) {
				Map<String, Long> libraries = new BootJar(each).libraries();
				if (first) {
					result.putAll(libraries);
				}
				result.entrySet().retainAll(libraries.entrySet());
				first = false;
			}
			result.keySet().removeIf(name -> name.endsWith("-SNAPSHOT.jar"));
			common = result;
		}
		return result;
	}

	/** The entry point of a training run has to be on the class path it trains for: a jar with that one class. */
	private static Path rehearsal(Path libraries) {
		String resource = Rehearsal.class.getName().replace('.', '/') + ".class";
		try (InputStream in = Rehearsal.class.getClassLoader().getResourceAsStream(resource)) {
			if (in == null) {
				throw new IllegalStateException(resource + " is not where it was loaded from");
			}
			byte[] bytes = in.readAllBytes();
			Path file = libraries.resolve("zz-rehearsal-%08x.jar".formatted(Arrays.hashCode(bytes)));
			if (!Files.exists(file)) {
				Files.createDirectories(libraries);
				try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
					jar.putNextEntry(new JarEntry(resource));
					jar.write(bytes);
				}
			}
			return file;
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
