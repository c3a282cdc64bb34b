package org.throughcare.journey.urgent;

/** Which way a response goes; the code is what the model's gateway reads. */
enum ResponseKind {
    /** Action plan, assessor interview, first case review (ACCT). */
    SELF_HARM("selfHarm"),
    /** The case manager talks with her about her family; a programme may be paused (study 001, Jade). */
    FAMILY("family"),
    /** One response by the role that the flag names. */
    GENERAL("general");

    static final String SELF_HARM_FLAG = "selfHarm";
    static final String FAMILY_FLAG = "familyConcern";

    private final String code;

    ResponseKind(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    /** Self-harm long ago is talked about within its time; only present danger opens the three steps. */
    static ResponseKind of(String flag, String severity) {
        if (SELF_HARM_FLAG.equals(flag) && "immediate".equals(severity)) {
            return SELF_HARM;
        }
        return FAMILY_FLAG.equals(flag) ? FAMILY : GENERAL;
    }
}
