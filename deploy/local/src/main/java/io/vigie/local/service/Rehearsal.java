package io.vigie.local.service;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;

/**
 * Runs a service for the sake of the ahead-of-time cache. The cache is only valid for a class path that begins like the one it was
 * made with; so that one cache serves all services, it is made with what they share, and the service's own jars hang below.
 * Takes the service's main class and its own jars.
 */
public final class Rehearsal {

	private Rehearsal() {
	}

	public static void main(String[] args) throws ReflectiveOperationException, IOException {
		URL[] jars = new URL[args.length - 1];
		for (int i = 1; i < args.length; i++) {
			jars[i - 1] = Path.of(args[i]).toUri().toURL();
		}
		ClassLoader loader = new URLClassLoader("service", jars, Rehearsal.class.getClassLoader());
		Thread.currentThread().setContextClassLoader(loader);
		loader.loadClass(args[0]).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
	}
}
