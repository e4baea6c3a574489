/** One JSON for the wire and for REST: snake case, decimals as strings, ISO instants. */
@NullMarked
package io.vigie.common.json;

import org.jspecify.annotations.NullMarked;
