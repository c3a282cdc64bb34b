package org.throughcare.messages;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Properties;

/**
 * Without a mail server: writes each message as an {@code .eml} file that any mail program opens. The file is named by
 * the message, so that a second try replaces it.
 */
class FolderCarrier implements Carrier {

    private final MessageFolder folder;
    private final String from;

    FolderCarrier(MessageFolder folder, MessageSettings settings) {
        this.folder = folder;
        this.from = settings.from();
    }

    @Override
    public MessageState taken() {
        return MessageState.filed;
    }

    @Override
    public Answer carry(OutgoingMessage message, String address, Letter letter) {
        try {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            Envelope.of(Session.getInstance(new Properties()), message, from, address, letter)
                    .writeTo(content);
            folder.write(message.id(), content.toByteArray());
            return new Answer(Outcome.TAKEN, "filed");
        } catch (AddressException e) {
            return new Answer(Outcome.ADDRESS_REFUSED, "not an address");
        } catch (IOException e) {
            return new Answer(Outcome.UNREACHABLE, "the folder cannot be written");
        } catch (MessagingException e) {
            return new Answer(Outcome.NOT_NOW, e.getClass().getSimpleName());
        }
    }
}
