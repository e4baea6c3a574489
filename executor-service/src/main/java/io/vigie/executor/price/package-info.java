/** Last prices, in memory, for showing what positions are worth. */
@NullMarked
package io.vigie.executor.price;

import org.jspecify.annotations.NullMarked;
