/** Threads that live as long as the service does. */
@NullMarked
package io.vigie.common.work;

import org.jspecify.annotations.NullMarked;
