/**
 * Referrals as FHIR R4 (hl7.org/fhir/R4), for providers whose own systems take them: what she consented to, and the way
 * back by {@code Task}.
 */
package org.throughcare.fhir;
