/** Measures of how the product runs, and of where the women are. Counts only: no measure names a person or a case. */
package org.throughcare.monitoring;
