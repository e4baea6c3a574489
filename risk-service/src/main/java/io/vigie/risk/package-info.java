/** The risk service: a verdict per proposal that names each rule, its limit, the value seen and the headroom. */
@NullMarked
package io.vigie.risk;

import org.jspecify.annotations.NullMarked;
