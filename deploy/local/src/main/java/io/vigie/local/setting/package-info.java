/** What the user may set, where things lie, and what is checked before anything starts. */
@NullMarked
package io.vigie.local.setting;

import org.jspecify.annotations.NullMarked;
