/** Places orders, books what comes of them and keeps the one true portfolio. */
@NullMarked
package io.vigie.executor;

import org.jspecify.annotations.NullMarked;
