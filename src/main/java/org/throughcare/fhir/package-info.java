/**
 * Referrals and handovers as FHIR R4 (hl7.org/fhir/R4), for recipients whose own systems take them: what she consented to
 * at the moment of reading, and for a referral the way back by {@code Task}.
 */
package org.throughcare.fhir;
