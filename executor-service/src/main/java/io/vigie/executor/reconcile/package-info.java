/** The books against the broker: what differs is reported with numbers. */
@NullMarked
package io.vigie.executor.reconcile;

import org.jspecify.annotations.NullMarked;
