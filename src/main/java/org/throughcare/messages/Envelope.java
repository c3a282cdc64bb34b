package org.throughcare.messages;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Date;

/** A letter as it goes over the wire. Its Message-ID and its date are those of the message, at every try. */
final class Envelope extends MimeMessage {

    private static final String UTF_8 = "UTF-8";

    private final String messageId;

    private Envelope(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    /**
     * Makes it.
     *
     * @throws MessagingException when an address is not written as one
     */
    static Envelope of(Session session, OutgoingMessage message, String from, String to, Letter letter)
            throws MessagingException {
        Envelope envelope = new Envelope(session, message.messageId());
        envelope.setFrom(new InternetAddress(from, true));
        envelope.setRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
        envelope.setSubject(letter.subject(), UTF_8);
        envelope.setSentDate(Date.from(message.writtenAt()));
        envelope.setContent(bothWays(letter));
        envelope.setHeader("Auto-Submitted", "auto-generated");
        envelope.saveChanges();
        return envelope;
    }

    private static MimeMultipart bothWays(Letter letter) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(letter.text(), UTF_8);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(letter.html(), UTF_8, "html");
        return new MimeMultipart("alternative", text, html);
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }
}
