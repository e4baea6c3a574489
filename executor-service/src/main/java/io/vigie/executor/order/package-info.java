/** From verdict to intent to venue to fill: the order path. */
@NullMarked
package io.vigie.executor.order;

import org.jspecify.annotations.NullMarked;
