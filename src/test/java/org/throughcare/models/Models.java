package org.throughcare.models;

import java.io.File;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** The models of this project as they stand in its folders. */
public final class Models {

    private Models() {}

    /** Files of a folder with that ending, by name. */
    public static List<File> files(String folder, String ending) {
        File[] files = new File(folder).listFiles((dir, name) -> name.endsWith(ending));
        return Arrays.stream(files).sorted(Comparator.comparing(File::getName)).toList();
    }

    /** All process models. */
    public static List<BpmnModelInstance> processes() {
        return files("processes", ".bpmn").stream().map(Bpmn::readModelFromFile).toList();
    }

    /** The id of the process in that model. */
    public static String idOf(BpmnModelInstance model) {
        return model.getModelElementsByType(Process.class).iterator().next().getId();
    }

    /** All elements of that type in all models. */
    public static <T extends ModelElementInstance> Stream<T> all(Class<T> type) {
        return processes().stream().flatMap(model -> model.getModelElementsByType(type).stream());
    }
}
