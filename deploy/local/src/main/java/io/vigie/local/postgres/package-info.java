/** A real PostgreSQL from the published binaries. */
@NullMarked
package io.vigie.local.postgres;

import org.jspecify.annotations.NullMarked;
