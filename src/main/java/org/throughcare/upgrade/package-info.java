/**
 * What a new release does with cases that are running: compares, refuses rather than strand one, deploys, and takes along
 * what has a plan. See src/docs/operations/upgrade.md and src/docs/decisions/0018.
 */
package org.throughcare.upgrade;
