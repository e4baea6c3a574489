/** The traders this platform runs, as configured. */
@NullMarked
package io.vigie.common.bot;

import org.jspecify.annotations.NullMarked;
