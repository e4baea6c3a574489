/** Saying things so that nothing is lost while nobody can hear. */
@NullMarked
package io.vigie.sentinel.voice;

import org.jspecify.annotations.NullMarked;
