package org.throughcare.journey.messagetrouble;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.throughcare.access.Identities;
import org.throughcare.forms.FormContext;
import org.throughcare.forms.FormValueSource;

/** Whose address is to be checked: the name and id of a member of staff, or the id of a trusted provider. */
@Component
class MessageRecipientValue implements FormValueSource {

    private final Identities identities;

    MessageRecipientValue(Identities identities) {
        this.identities = identities;
    }

    @Override
    public String key() {
        return "messageRecipient";
    }

    @Override
    public Object value(FormContext context) {
        return Optional.ofNullable((String) context.codes().get(RunningMessageTroubles.RECIPIENT))
                .map(id -> Optional.ofNullable(identities.namesOf(List.of(id)).get(id))
                        .map(name -> name + " (" + id + ")")
                        .orElse(id))
                .orElse(null);
    }
}
