package org.throughcare.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The models, forms and tables that this version of the product brings, by file name. */
public final class PackagedFiles {

    private PackagedFiles() {}

    /** Those of that folder with that ending. */
    public static Map<String, String> in(String folder, String ending) {
        Map<String, String> contents = new LinkedHashMap<>();
        for (Resource resource : resources("classpath*:" + folder + "/*." + ending)) {
            contents.putIfAbsent(resource.getFilename(), text(resource));
        }
        return contents;
    }

    private static List<Resource> resources(String pattern) {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(pattern))
                    .sorted(Comparator.comparing(Resource::getFilename))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Resource resource) {
        try (InputStream stream = resource.getInputStream()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
