package io.vigie.local.service;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Executable jars as the build lays them out, without what the services are. */
final class JarFixtures {

	private JarFixtures() {
	}

	/** @param libraries names and contents of the jars inside */
	static Path service(Path file, String mainClass, Map<String, String> libraries) {
		Map<String, byte[]> entries = new LinkedHashMap<>();
		entries.put("BOOT-INF/classes/", new byte[0]);
		entries.put("BOOT-INF/classes/application.yaml", mainClass.getBytes(StandardCharsets.UTF_8));
		entries.put("BOOT-INF/lib/", new byte[0]);
		libraries.forEach((name, content) -> entries.put("BOOT-INF/lib/" + name, content.getBytes(StandardCharsets.UTF_8)));
		entries.put("org/springframework/boot/loader/launch/JarLauncher.class", new byte[0]);
		Manifest manifest = new Manifest();
		manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
		if (!mainClass.isEmpty()) {
			manifest.getMainAttributes().putValue("Start-Class", mainClass);
		}
		entries.put("META-INF/MANIFEST.MF", bytes(manifest));
		return jar(file, entries);
	}

	static Path jar(Path file, Map<String, byte[]> entries) {
		try {
			Files.createDirectories(file.getParent());
			try (OutputStream out = Files.newOutputStream(file); JarOutputStream jar = new JarOutputStream(out)) {
				for (Map.Entry<String, byte[]> each : entries.entrySet()) {
					jar.putNextEntry(new JarEntry(each.getKey()));
					jar.write(each.getValue());
				}
			}
			return file;
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static byte[] bytes(Manifest manifest) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try {
			manifest.write(out);
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return out.toByteArray();
	}
}
