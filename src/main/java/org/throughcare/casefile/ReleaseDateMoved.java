package org.throughcare.casefile;

/** The release date of that case moved, became known or became unknown. Published in the transaction that writes it. */
public record ReleaseDateMoved(String caseNumber) {}
