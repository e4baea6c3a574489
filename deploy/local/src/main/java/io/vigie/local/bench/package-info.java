/** Measures the running platform against what its broker could do at best. */
@NullMarked
package io.vigie.local.bench;

import org.jspecify.annotations.NullMarked;
