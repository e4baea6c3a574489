/**
 * The messages agents exchange: one envelope, a closed set of types, one sealed family per topic. Depends on nothing but
 * engine values and annotations, so that a contract can be read without knowing the plumbing.
 */
@NullMarked
package io.vigie.common.message;

import org.jspecify.annotations.NullMarked;
