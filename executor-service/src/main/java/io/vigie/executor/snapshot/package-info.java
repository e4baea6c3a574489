/** Portfolios as they were at a time. */
@NullMarked
package io.vigie.executor.snapshot;

import org.jspecify.annotations.NullMarked;
