/** The nightly backup file of a small site. */
package org.throughcare.backup;
