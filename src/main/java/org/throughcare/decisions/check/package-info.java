/**
 * What is wrong with a decision table before anybody deploys it: what it may not hold, what it breaks for the processes
 * that use it, and, proved over its own breakpoints, for whom no rule or more than one fires. Its door is {@link
 * org.throughcare.decisions.check.TableCheck}.
 */
package org.throughcare.decisions.check;
