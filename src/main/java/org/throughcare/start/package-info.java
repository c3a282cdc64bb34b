/** How the application says in plain words that it may not or cannot start. */
package org.throughcare.start;
