/** Why a trade took place, from tick to posting. */
@NullMarked
package io.vigie.executor.trace;

import org.jspecify.annotations.NullMarked;
