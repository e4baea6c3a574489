/** Named risk rules: each looks at one proposal and answers with its limit, what it saw and the headroom. */
@NullMarked
package io.vigie.engine.risk;

import org.jspecify.annotations.NullMarked;
