package io.vigie.local.process;

/** Whether a started process does its job yet. Called often, from one thread; must not block for more than seconds. */
@FunctionalInterface
public interface Probe {

	boolean isReady();
}
