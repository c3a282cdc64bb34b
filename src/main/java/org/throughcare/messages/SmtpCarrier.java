package org.throughcare.messages;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Hands messages to the mail server. Every wait is bounded: JavaMail's own time-outs are infinite. What the server says
 * of the recipient's address is told apart from what it says of anything else.
 */
class SmtpCarrier implements Carrier {

    /** A full mailbox; RFC 5321, 4.5.3.1.10, has it treated as passing. */
    private static final int STORAGE_EXCEEDED = 552;

    private final JavaMailSenderImpl sender;
    private final String from;

    SmtpCarrier(JavaMailSenderImpl sender, MessageSettings settings) {
        this.sender = sender;
        this.from = settings.from();
        String timeout = String.valueOf(settings.timeout().toMillis());
        Properties properties = sender.getJavaMailProperties();
        for (String protocol : List.of("mail.smtp.", "mail.smtps.")) {
            properties.setProperty(protocol + "connectiontimeout", timeout);
            properties.setProperty(protocol + "timeout", timeout);
            properties.setProperty(protocol + "writetimeout", timeout);
            // the message is taken when DATA was answered; nobody waits for an answer to the good-bye
            properties.setProperty(protocol + "quitwait", "false");
        }
    }

    @Override
    public MessageState taken() {
        return MessageState.sent;
    }

    @Override
    public Answer carry(OutgoingMessage message, String address, Letter letter) {
        Envelope envelope;
        try {
            envelope = Envelope.of(sender.getSession(), message, from, address, letter);
        } catch (AddressException e) {
            return new Answer(Outcome.ADDRESS_REFUSED, "not an address");
        } catch (MessagingException e) {
            return new Answer(Outcome.NOT_NOW, e.getClass().getSimpleName());
        }
        try {
            sender.send(envelope);
            return new Answer(Outcome.TAKEN, "250");
        } catch (MailAuthenticationException e) {
            return new Answer(Outcome.UNREACHABLE, "sign-in refused");
        } catch (MailSendException e) {
            return answer(e);
        } catch (MailException e) {
            return new Answer(Outcome.NOT_NOW, e.getClass().getSimpleName());
        }
    }

    private static Answer answer(MailSendException e) {
        if (e.getFailedMessages().isEmpty()) {
            // it was taken, and the connection broke afterwards
            return new Answer(Outcome.TAKEN, "250");
        }
        // Spring gives the reason that there was no connection as the cause and as the reason of each message
        boolean noConnection = Arrays.stream(e.getMessageExceptions()).anyMatch(reason -> reason == e.getCause());
        return noConnection ? new Answer(Outcome.UNREACHABLE, "no connection") : answer(causes(e));
    }

    private static Answer answer(List<Throwable> causes) {
        Optional<Integer> ofAddress =
                first(causes, SMTPAddressFailedException.class).map(SMTPAddressFailedException::getReturnCode);
        if (ofAddress.isPresent()) {
            int code = ofAddress.get();
            boolean forGood = code >= 500 && code != STORAGE_EXCEEDED;
            return new Answer(forGood ? Outcome.ADDRESS_REFUSED : Outcome.NOT_NOW, code + " to the address");
        }
        Optional<Integer> ofMessage =
                first(causes, SMTPSendFailedException.class).map(SMTPSendFailedException::getReturnCode);
        if (ofMessage.isPresent()) {
            return new Answer(Outcome.NOT_NOW, ofMessage.get() < 0 ? "no answer" : ofMessage.get() + " to the message");
        }
        return new Answer(
                Outcome.NOT_NOW, causes.get(causes.size() - 1).getClass().getSimpleName());
    }

    private static <T> Optional<T> first(List<Throwable> causes, Class<T> kind) {
        return causes.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    /** The exception, what it carries, and their causes; JavaMail chains in two ways. */
    private static List<Throwable> causes(MailSendException e) {
        List<Throwable> causes = new ArrayList<>();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Throwable> open = new ArrayList<>(List.of(e.getMessageExceptions()));
        if (e.getCause() != null) {
            open.add(e.getCause());
        }
        while (!open.isEmpty()) {
            Throwable next = open.remove(0);
            if (seen.add(next)) {
                causes.add(next);
                if (next instanceof MessagingException mail && mail.getNextException() != null) {
                    open.add(mail.getNextException());
                }
                if (next.getCause() != null) {
                    open.add(next.getCause());
                }
            }
        }
        return causes.isEmpty() ? List.of(e) : causes;
    }
}
