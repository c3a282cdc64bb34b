package org.throughcare.messages;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Writes letters from the folder {@code messages}: a text and an HTML file for each kind of message, and the words for
 * each kind of news. Nothing else than these words, a reference and a link comes into a letter. The first line of the
 * text file is the subject.
 */
@Component
class LetterWriter {

    private static final String FOLDER = "messages/";
    private static final String SUBJECT = "Subject: ";

    private final String url;
    private final SpringTemplateEngine engine = new SpringTemplateEngine();
    private final Properties words = new Properties();

    LetterWriter(@Value("${throughcare.url}") String url) {
        this.url = url.replaceAll("/+$", "");
        engine.addTemplateResolver(files(".txt", TemplateMode.TEXT));
        engine.addTemplateResolver(files(".html", TemplateMode.HTML));
        try (Reader file = new InputStreamReader(
                new ClassPathResource(FOLDER + "words.properties").getInputStream(), StandardCharsets.UTF_8)) {
            words.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ClassLoaderTemplateResolver files(String ending, TemplateMode mode) {
        ClassLoaderTemplateResolver files = new ClassLoaderTemplateResolver();
        files.setPrefix(FOLDER);
        files.setResolvablePatterns(java.util.Set.of("*" + ending));
        files.setTemplateMode(mode);
        files.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return files;
    }

    /**
     * A line as the templates read it.
     *
     * @param words what kind of thing it is
     * @param link where it is found after signing in
     */
    record ShownLine(String words, String reference, String link) {}

    /** Writes it. The same message gives the same letter, whenever it is written. */
    Letter write(Template template, List<Line> lines, int more) {
        Context context = new Context(Locale.ENGLISH);
        context.setVariable("lines", lines.stream().map(this::shown).toList());
        context.setVariable("more", more);
        context.setVariable("url", url);
        String text = engine.process(template + ".txt", context);
        int end = text.indexOf('\n');
        return new Letter(
                text.substring(SUBJECT.length(), end).strip(),
                text.substring(end + 1).strip() + "\n",
                engine.process(template + ".html", context));
    }

    private ShownLine shown(Line line) {
        return new ShownLine(words(line.news()), line.reference(), url + line.path());
    }

    /** How that kind of news is called on a page, where more may be said than in a message. */
    String wordsOnPage(News news) {
        return words.getProperty("page." + news, words(news));
    }

    /** The words for that kind of news. */
    String words(News news) {
        String found = words.getProperty(news.name());
        if (found == null) {
            throw new IllegalStateException("messages/words.properties has no line for " + news + ".");
        }
        return found;
    }
}
