/**
 * The end of a record. A closed case is erased when its time has come, or when an administrator is ordered to; a proof
 * without anything about her is left. Other packages say with {@link org.throughcare.erasure.ErasedWithCase} what goes
 * with a case beside the rows that carry its number.
 */
package org.throughcare.erasure;
