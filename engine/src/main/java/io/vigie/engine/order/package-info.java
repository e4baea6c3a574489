/** The life of an order: which states there are, and which step may follow which. */
@NullMarked
package io.vigie.engine.order;

import org.jspecify.annotations.NullMarked;
