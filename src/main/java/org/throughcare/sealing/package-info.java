/**
 * The record at rest. What says something about a woman is sealed before it comes to the database, with AES-256-GCM and
 * bound to its place: table, column and case. What must be found again has a keyed hash beside it. Which columns are
 * sealed stands in {@code src/docs/decisions/0007-the-record-at-rest.md}.
 */
package org.throughcare.sealing;
