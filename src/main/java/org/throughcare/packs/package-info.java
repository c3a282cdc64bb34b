/**
 * What is printed: packs for the woman and for those who work with her, letters to providers, and the one maker of PDF files.
 * Templates, words by language, style and letters are in the folder {@code packs} of the resources. Nothing is kept: each
 * file is made from the record at the moment of reading.
 */
package org.throughcare.packs;
