/** Several sources' signals made into one, and how good each source has been. */
@NullMarked
package io.vigie.engine.fusion;

import org.jspecify.annotations.NullMarked;
