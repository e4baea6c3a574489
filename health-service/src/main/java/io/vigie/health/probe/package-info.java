/** One look at one component each: services and simulator over HTTP, the broker, the database, the disk. */
@NullMarked
package io.vigie.health.probe;

import org.jspecify.annotations.NullMarked;
