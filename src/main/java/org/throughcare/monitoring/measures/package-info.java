/**
 * What managers and supervisors see of the whole: each measure is one {@link org.throughcare.monitoring.measures.Measure},
 * with its words, its SQL and its source. {@link org.throughcare.monitoring.measures.Scopes} says who reads which sites.
 * Counts, codes and case numbers only; no measure tells who a woman is or anything about her health.
 */
package org.throughcare.monitoring.measures;
