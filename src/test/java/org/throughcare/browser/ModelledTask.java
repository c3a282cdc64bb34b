package org.throughcare.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * A user task as a model has it, found by reading the models.
 *
 * @param process the process that it belongs to
 * @param xml the task's element without flows, repetition and listeners
 */
record ModelledTask(String process, String id, String name, String form, String xml) {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^}]*)}");
    private static final Pattern IDENTIFIER = Pattern.compile("(?<![.'\\w])([a-z]\\w*)\\b(?!\\s*[.(])");
    private static final Set<String> NO_VARIABLES = Set.of("execution", "true", "false", "null", "not");

    /** Every user task of every model in that folder. */
    static List<ModelledTask> in(Path folder) {
        List<ModelledTask> tasks = new ArrayList<>();
        try (Stream<Path> models = Files.list(folder)) {
            models.filter(model -> model.toString().endsWith(".bpmn")).sorted().forEach(model -> read(model, tasks));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tasks;
    }

    private static void read(Path model, List<ModelledTask> tasks) {
        try (InputStream stream = Files.newInputStream(model)) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            Document document = factory.newDocumentBuilder().parse(stream);
            String process =
                    ((Element) document.getElementsByTagNameNS(BPMN, "process").item(0)).getAttribute("id");
            NodeList found = document.getElementsByTagNameNS(BPMN, "userTask");
            for (int i = 0; i < found.getLength(); i++) {
                Element task = (Element) found.item(i);
                tasks.add(new ModelledTask(
                        process,
                        task.getAttribute("id"),
                        task.getAttribute("name"),
                        task.getAttributeNS(CAMUNDA, "formRef"),
                        alone(task)));
            }
        } catch (Exception e) {
            throw new IllegalStateException(model + " cannot be read.", e);
        }
    }

    private static String alone(Element task) throws Exception {
        Element copy = (Element) task.cloneNode(true);
        for (String other : List.of("incoming", "outgoing", "multiInstanceLoopCharacteristics", "taskListener")) {
            NodeList children = copy.getElementsByTagNameNS("*", other);
            while (children.getLength() > 0) {
                Node child = children.item(0);
                child.getParentNode().removeChild(child);
            }
        }
        Transformer transformer = TransformerFactory.newInstance().newTransformer();
        transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
        StringWriter text = new StringWriter();
        transformer.transform(new DOMSource(copy), new StreamResult(text));
        return text.toString();
    }

    /** The key of {@link #alone()}. */
    String processKey() {
        return "alone_" + process + "_" + id;
    }

    /** A process of this task only, so that its form can be tried without all that leads to it and follows it. */
    String alone() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="%s" xmlns:camunda="%s" targetNamespace="alone" id="Definitions_Alone">
                  <bpmn:process id="%s" name="%s" isExecutable="true" camunda:historyTimeToLive="P1D" camunda:isStartableInTasklist="false">
                    <bpmn:startEvent id="Start"/>
                    <bpmn:sequenceFlow id="Flow_In" sourceRef="Start" targetRef="%s"/>
                    %s
                    <bpmn:sequenceFlow id="Flow_Out" sourceRef="%s" targetRef="End"/>
                    <bpmn:endEvent id="End"/>
                  </bpmn:process>
                </bpmn:definitions>
                """
                .formatted(BPMN, CAMUNDA, processKey(), process, id, xml, id);
    }

    /** The variables that the task's own expressions name. */
    Set<String> variables() {
        Set<String> names = new TreeSet<>();
        Matcher expressions = EXPRESSION.matcher(xml);
        while (expressions.find()) {
            Matcher identifiers = IDENTIFIER.matcher(expressions.group(1).replaceAll("'[^']*'", ""));
            while (identifiers.find()) {
                names.add(identifiers.group(1));
            }
        }
        names.removeAll(NO_VARIABLES);
        names.removeIf(name -> name.endsWith("Delegate"));
        return names;
    }

    @Override
    public String toString() {
        return process + ": " + name;
    }
}
