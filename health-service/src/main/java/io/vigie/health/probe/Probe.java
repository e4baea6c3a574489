package io.vigie.health.probe;

/** Looks at one component. May block for a while and may throw: whoever calls gives it a time limit and takes a throw for DOWN. */
interface Probe {

	String component();

	Reading look();
}
