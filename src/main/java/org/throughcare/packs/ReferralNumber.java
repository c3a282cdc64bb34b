package org.throughcare.packs;

import org.springframework.stereotype.Component;
import org.throughcare.forms.FormContext;
import org.throughcare.forms.FormValueSource;

/** The number under which the letter of a task's referral is printed, for the link in its form. */
@Component
class ReferralNumber implements FormValueSource {

    @Override
    public String key() {
        return "referralNumber";
    }

    @Override
    public Object value(FormContext context) {
        return String.valueOf(context.codes().get("referralId"));
    }
}
