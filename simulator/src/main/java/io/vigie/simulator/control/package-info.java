/** What only a simulated market allows: its clock can be watched, stopped and hurried, and prints can be put in. */
@NullMarked
package io.vigie.simulator.control;

import org.jspecify.annotations.NullMarked;
