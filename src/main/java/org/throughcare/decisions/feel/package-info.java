/**
 * The tables' FEEL: read once, limited, and answered by Camunda's own interpreter. The engine uses it through {@link
 * org.throughcare.decisions.feel.TableFeel}; whoever looks at a table before it is deployed reads its cells with the same
 * {@link org.throughcare.decisions.feel.FeelText} and so meets the same limits.
 */
package org.throughcare.decisions.feel;
