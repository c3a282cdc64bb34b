package org.throughcare.messages;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The mail server when {@code spring.mail.host} names one, otherwise the folder. */
@Configuration(proxyBeanMethods = false)
class Carriers {

    @Bean
    Carrier carrier(ObjectProvider<JavaMailSenderImpl> mailServer, MessageFolder folder, MessageSettings settings) {
        JavaMailSenderImpl sender = mailServer.getIfAvailable();
        return sender == null ? new FolderCarrier(folder, settings) : new SmtpCarrier(sender, settings);
    }
}
