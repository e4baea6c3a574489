package io.vigie.local.service;

import io.vigie.local.setting.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipException;

/**
 * An executable jar as the build makes it: the service's own classes and the jars it needs, one inside the other. Laid out flat it
 * starts faster, and what several services need lies on disk and in the page cache once.
 */
record BootJar(Path file) {

	private static final String LIBRARIES = "BOOT-INF/lib/";

	private static final String CLASSES = "BOOT-INF/classes/";

	/** What identifies a jar inside: its name with the version, and its checksum. */
	Map<String, Long> libraries() {
		try (JarFile jar = open()) {
			Map<String, Long> libraries = new TreeMap<>();
			for (JarEntry entry : libraryEntries(jar)) {
				libraries.put(name(entry), entry.getCrc());
			}
			return libraries;
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	String mainClass() {
		try (JarFile jar = open()) {
			Manifest manifest = jar.getManifest();
			String name = manifest == null ? null : manifest.getMainAttributes().getValue("Start-Class");
			if (name == null || name.isBlank()) {
				throw unusable("names no class to start");
			}
			return name.strip();
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** Writes one of the jars inside to the folder, unless it is there; returns where. */
	Path extract(String library, Path folder) {
		Path target = folder.resolve(library);
		if (Files.exists(target)) {
			return target;
		}
		try (JarFile jar = open();
				InputStream content = jar.getInputStream(jar.getJarEntry(LIBRARIES + library))) {
			Path partial = Files.createTempFile(Files.createDirectories(folder), library, ".part");
			Files.copy(content, partial, StandardCopyOption.REPLACE_EXISTING);
			return Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** Writes the service's own classes as a plain jar. A process that runs from an older one keeps it. */
	Path extractClasses(Path target) {
		try (JarFile jar = open()) {
			Path partial = Files.createTempFile(Files.createDirectories(target.getParent()), "classes", ".part");
			try (OutputStream out = Files.newOutputStream(partial); JarOutputStream plain = new JarOutputStream(out)) {
				for (JarEntry entry : classEntries(jar)) {
					plain.putNextEntry(new JarEntry(entry.getName().substring(CLASSES.length())));
					try (InputStream content = jar.getInputStream(entry)) {
						content.transferTo(plain);
					}
				}
			}
			return Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** A jar that is there but cannot be read was cut off while it was written. */
	private JarFile open() throws IOException {
		try {
			return new JarFile(file.toFile());
		}
		catch (ZipException e) {
			throw unusable("is no readable jar");
		}
	}

	private Refusal unusable(String why) {
		return new Refusal("%s %s: delete it, and ./vigie up builds it anew.".formatted(file, why));
	}

	private static List<JarEntry> libraryEntries(JarFile jar) {
		return jar.stream().filter(entry -> entry.getName().startsWith(LIBRARIES) && entry.getName().endsWith(".jar")).toList();
	}

	private static List<JarEntry> classEntries(JarFile jar) {
		return jar.stream().filter(entry -> entry.getName().startsWith(CLASSES) && entry.getName().length() > CLASSES.length())
				.toList();
	}

	private static String name(JarEntry entry) {
		return entry.getName().substring(LIBRARIES.length());
	}
}
