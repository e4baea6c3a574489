/** Health and metrics that every service shows. */
@NullMarked
package io.vigie.common.observe;

import org.jspecify.annotations.NullMarked;
