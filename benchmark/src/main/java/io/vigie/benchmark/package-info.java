/** How fast the backtester is next to another one, and whether it finds the same trades. */
@NullMarked
package io.vigie.benchmark;

import org.jspecify.annotations.NullMarked;
