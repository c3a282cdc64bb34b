package org.throughcare.casefile;

import java.util.List;
import java.util.Set;

/**
 * Within which cases a reader may search at all.
 *
 * @param sites the sites whose cases she may find; none finds nothing
 * @param hidden restricted cases that do not exist for her
 * @param persons whether she may learn whose case it is; without it words find case numbers only, since a name or a
 *     prison number that finds something tells that the woman is in prison
 */
record CaseScope(List<String> sites, Set<String> hidden, boolean persons) {}
