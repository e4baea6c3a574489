/** The simulator and the six services: class path, JVM settings, environment. */
@NullMarked
package io.vigie.local.service;

import org.jspecify.annotations.NullMarked;
