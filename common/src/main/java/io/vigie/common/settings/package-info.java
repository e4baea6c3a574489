/** Settings are checked at start; a bad one stops the service with a sentence that names its variable. */
@NullMarked
package io.vigie.common.settings;

import org.jspecify.annotations.NullMarked;
