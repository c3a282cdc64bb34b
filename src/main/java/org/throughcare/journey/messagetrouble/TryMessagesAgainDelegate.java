package org.throughcare.journey.messagetrouble;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.messages.UndeliveredMessages;

/** Lets the messages go out again that did not arrive, when the person who saw to it says so. */
@Component("tryMessagesAgainDelegate")
@UsedInModels
class TryMessagesAgainDelegate implements JavaDelegate {

    private final UndeliveredMessages messages;

    TryMessagesAgainDelegate(UndeliveredMessages messages) {
        this.messages = messages;
    }

    @Override
    public void execute(DelegateExecution execution) {
        if ("yes".equals(execution.getVariable("messagesTriedAgain"))) {
            Optional.ofNullable((String) execution.getVariable(RunningMessageTroubles.RECIPIENT))
                    .ifPresentOrElse(messages::tryRefusedOf, messages::tryGivenUp);
        }
    }
}
