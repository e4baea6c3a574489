package io.vigie.local.service;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a service runs from.
 *
 * @param shared jars of others that all services have, in one order for all: the part an ahead-of-time cache covers
 * @param own jars of others that this service alone has, and our own
 */
record ClassPath(String mainClass, List<Path> shared, List<Path> own) {

	ClassPath {
		shared = List.copyOf(shared);
		own = List.copyOf(own);
	}

	String all() {
		return Stream.concat(shared.stream(), own.stream()).map(Path::toString).collect(Collectors.joining(File.pathSeparator));
	}

	String sharedOnly() {
		return shared.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
	}

	List<String> ownNames() {
		return new ArrayList<>(own.stream().map(Path::toString).toList());
	}
}
