package org.throughcare.access;

import jakarta.servlet.http.HttpSession;

/** Who else than the application itself says who somebody is: the estate's own sign-in, when there is one. */
interface SignInProvider {

    /** What somebody learns who comes with a password. */
    String NO_PASSWORD = "Passwords are not taken here. Sign in with your estate's own sign-in.";

    /** The address that takes a browser to the provider. */
    String start();

    /** Whether a request of that path belongs to signing in, and so is open to everybody. */
    boolean owns(RequestPath path);

    /** Whether the provider still vouches for who signed in with that session; her groups are brought up to date. */
    boolean vouchesFor(HttpSession session);

    /** Whether that user of the application signs in with a password of hers all the same. */
    boolean leavesPasswordTo(String userId);
}
