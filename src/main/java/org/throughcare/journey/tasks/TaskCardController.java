package org.throughcare.journey.tasks;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Answers Tasklist: who are these tasks about? One call for a whole page of the list. */
@RestController
class TaskCardController {

    private static final int MOST_TASKS = 200;

    private final TaskCards cards;

    TaskCardController(TaskCards cards) {
        this.cards = cards;
    }

    @PostMapping("/api/tasks/cards")
    Answer cards(@RequestBody Question question) {
        if (question.taskIds() == null || question.taskIds().size() > MOST_TASKS) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "taskIds is a list of at most " + MOST_TASKS + " task ids.");
        }
        return new Answer(cards.of(question.taskIds()));
    }

    /** The tasks that are asked about. */
    record Question(List<String> taskIds) {}

    /** The cards by task id. */
    record Answer(Map<String, TaskCard> cards) {}
}
