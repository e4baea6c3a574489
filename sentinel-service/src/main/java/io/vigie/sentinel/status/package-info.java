/** How the sentinel is, over HTTP. */
@NullMarked
package io.vigie.sentinel.status;

import org.jspecify.annotations.NullMarked;
