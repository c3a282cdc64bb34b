package org.throughcare.messages;

import jakarta.mail.MessagingException;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** Warns when the mail server cannot be reached at start. Messages wait for it, so the application starts all the same. */
@Component
class MailServerAtStart {

    private static final Logger LOG = LoggerFactory.getLogger(MailServerAtStart.class);

    private final ObjectProvider<JavaMailSenderImpl> mailServer;

    MailServerAtStart(ObjectProvider<JavaMailSenderImpl> mailServer) {
        this.mailServer = mailServer;
    }

    @EventListener(ApplicationReadyEvent.class)
    void lookFor() {
        mailServer.ifAvailable(server -> CompletableFuture.runAsync(() -> lookFor(server)));
    }

    static void lookFor(JavaMailSenderImpl server) {
        try {
            server.testConnection();
        } catch (MessagingException e) {
            LOG.warn(
                    "The mail server {} cannot be used ({}). Messages wait; look at spring.mail and at /admin/messages.",
                    server.getHost(),
                    e.getClass().getSimpleName());
        }
    }
}
