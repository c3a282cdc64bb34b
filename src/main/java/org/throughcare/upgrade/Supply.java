package org.throughcare.upgrade;

import java.io.ByteArrayInputStream;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.throughcare.access.UsedInModels;
import org.throughcare.engine.PackagedFiles;

/**
 * What models may name while this release runs: its own code and files, and what the database keeps.
 *
 * @param calls methods with the number of their arguments, as {@code bean.method/2}
 * @param messages that models of this release know; a message that no model of it knows is sent by nobody any more
 * @param tasksWithLevel user tasks with a line in the table {@code serviceLevels} that will be in use
 */
record Supply(
        Set<String> beans,
        Set<String> calls,
        Set<String> forms,
        Set<String> processes,
        Set<String> decisions,
        Set<String> messages,
        Set<String> tasksWithLevel) {

    private static final String LEVELS = "serviceLevels";
    private static final String PRODUCT = "org.throughcare";

    static Supply of(Map<String, Model> packaged, StoredModels stored) {
        Map<String, Class<?>> marked = marked();
        Set<String> processes = new TreeSet<>(packaged.keySet());
        processes.addAll(stored.processes());
        Map<String, String> tables = PackagedFiles.in("dmn", "dmn");
        Set<String> decisions = new TreeSet<>(stored.decisions());
        tables.keySet().forEach(file -> decisions.add(file.replace(".dmn", "")));
        Set<String> forms = new TreeSet<>();
        PackagedFiles.in("forms", "form").keySet().forEach(file -> forms.add(file.replace(".form", "")));
        Set<String> messages = new TreeSet<>();
        packaged.values().forEach(model -> messages.addAll(model.needs().messages()));
        return new Supply(
                marked.keySet(),
                calls(marked),
                forms,
                processes,
                decisions,
                messages,
                inLevels(stored.tableOfPeople(LEVELS).orElseGet(() -> tables.get(LEVELS + ".dmn"))));
    }

    /** The parts of the program that models may call, found without starting it. */
    private static Map<String, Class<?>> marked() {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(UsedInModels.class));
        AnnotationBeanNameGenerator names = new AnnotationBeanNameGenerator();
        Map<String, Class<?>> beans = new LinkedHashMap<>();
        scan.findCandidateComponents(PRODUCT)
                .forEach(found -> beans.put(
                        names.generateBeanName(found, null),
                        ClassUtils.resolveClassName(found.getBeanClassName(), Supply.class.getClassLoader())));
        return beans;
    }

    private static Set<String> calls(Map<String, Class<?>> beans) {
        Set<String> calls = new HashSet<>();
        beans.forEach((name, type) -> Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .forEach(method -> calls.add(name + "." + method.getName() + "/" + method.getParameterCount())));
        return calls;
    }

    private static Set<String> inLevels(String table) {
        DmnModelInstance model =
                Dmn.readModelFromStream(new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)));
        Set<String> tasks = new HashSet<>();
        model.getModelElementsByType(InputEntry.class).stream()
                .flatMap(entry -> Stream.of(entry.getTextContent().split(",")))
                .map(text -> text.strip().replace("\"", ""))
                .forEach(tasks::add);
        return tasks;
    }
}
