package io.vigie.local.service;

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

/**
 * An executable jar as the build makes it: the service's own classes and the jars it needs, one inside the other. Laid out flat it
 * starts faster, and what several services need lies on disk and in the page cache once.
 */
record BootJar(Path file) {

	private static final String LIBRARIES = "BOOT-INF/lib/";

	private static final String CLASSES = "BOOT-INF/classes/";

	/** What identifies a jar inside: its name with the version, and its checksum. */
	Map<String, Long> libraries() {
		try (JarFile jar = new JarFile(file.toFile())) {
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
		try (JarFile jar = new JarFile(file.toFile())) {
			return jar.getManifest().getMainAttributes().getValue("Start-Class");
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
		try (JarFile jar = new JarFile(file.toFile());
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
		try (JarFile jar = new JarFile(file.toFile())) {
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
