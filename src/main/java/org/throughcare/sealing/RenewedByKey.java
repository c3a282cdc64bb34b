package org.throughcare.sealing;

/** Something of the record that has to be made anew when the key changes. */
public interface RenewedByKey {

    /**
     * Makes some of it anew with the current key, in a transaction of its own.
     *
     * @return how many were made anew; 0 when nothing is left under an older key
     */
    int renewSome();

    /** No older key is in the setting any more: forgets what was made under one and cannot be made anew. */
    default void forgetOlderKeys() {}
}
