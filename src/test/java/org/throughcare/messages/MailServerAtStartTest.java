package org.throughcare.messages;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A mail server that is not there is told at start; it does not keep the application from starting. */
@ExtendWith(OutputCaptureExtension.class)
class MailServerAtStartTest {

    @Test
    void aServerThatIsNotThereIsTold(CapturedOutput output) {
        MailServerAtStart.lookFor(server(1));

        assertThat(output).contains("The mail server localhost cannot be used", "Messages wait");
    }

    @Test
    void aServerThatAnswersIsNotSpokenOf(CapturedOutput output) {
        GreenMail there = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
        there.start();
        try {
            MailServerAtStart.lookFor(server(there.getSmtp().getPort()));
        } finally {
            there.stop();
        }

        assertThat(output).doesNotContain("cannot be used");
    }

    private static JavaMailSenderImpl server(int port) {
        JavaMailSenderImpl server = new JavaMailSenderImpl();
        server.setHost("localhost");
        server.setPort(port);
        return server;
    }
}
