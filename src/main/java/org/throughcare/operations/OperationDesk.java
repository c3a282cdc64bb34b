package org.throughcare.operations;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughcare.access.Identities;
import org.throughcare.access.SignedIn;
import org.throughcare.engine.SecondTry;
import org.throughcare.operations.Operation.Item;
import org.throughcare.operations.OperationRuns.Outcome;
import org.throughcare.operations.OperationRuns.Result;
import org.throughcare.operations.OperationRuns.Waiting;

/**
 * Shows what would happen, and does it. Showing does each in a transaction that is taken back: so it tells exactly what
 * doing would, and changes nothing.
 */
@Component
class OperationDesk {

    private static final Logger LOG = LoggerFactory.getLogger(OperationDesk.class);
    private static final String BROKEN = "Something went wrong, and nothing was changed. Tell the administrator.";

    private final Map<String, Operation> operations;
    private final OperationRuns runs;
    private final OperationRights rights;
    private final Identities identities;
    private final TransactionTemplate transaction;

    OperationDesk(
            List<Operation> operations,
            OperationRuns runs,
            OperationRights rights,
            Identities identities,
            PlatformTransactionManager transactions) {
        this.operations = operations.stream().collect(Collectors.toMap(Operation::kind, Function.identity()));
        this.runs = runs;
        this.rights = rights;
        this.identities = identities;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What would happen to each, as if it were done now. */
    List<Result> preview(String kind, SignedIn person, OperationRequest request) {
        Operation operation = operation(kind);
        return plan(operation, person, request).stream()
                .map(item -> tried(operation, person, item, request.said().orElse("–")))
                .toList();
    }

    private Result tried(Operation operation, SignedIn person, Item item, String reason) {
        return transaction.execute(status -> {
            status.setRollbackOnly();
            try {
                return new Result(
                        item.item(), item.caseNumber(), Outcome.done, operation.perform(person, item, reason));
            } catch (RefusedItemException e) {
                return new Result(item.item(), item.caseNumber(), Outcome.refused, e.getMessage());
            }
        });
    }

    /** Has it done in the background; returns where to ask how far it is. */
    String begin(String kind, SignedIn person, OperationRequest request) {
        Operation operation = operation(kind);
        List<Item> items = plan(operation, person, request);
        String reason = request.said()
                .orElseThrow(() -> OperationRights.problem(
                        HttpStatus.BAD_REQUEST, "reason: say why; it stays in the journal of each case."));
        if (items.isEmpty()) {
            throw OperationRights.problem(HttpStatus.CONFLICT, "There is nothing to do it to.");
        }
        return runs.begin(kind, person.userId(), reason, items);
    }

    private static List<Item> plan(Operation operation, SignedIn person, OperationRequest request) {
        List<Item> items = operation.plan(person, request);
        if (items.size() > OperationRequest.MOST) {
            throw OperationRights.problem(
                    HttpStatus.BAD_REQUEST, "These are more than " + OperationRequest.MOST + " at once. Choose fewer.");
        }
        return items;
    }

    private Operation operation(String kind) {
        Operation operation = operations.get(kind);
        if (operation == null) {
            throw OperationRights.problem(HttpStatus.NOT_FOUND, "There is no such operation.");
        }
        return operation;
    }

    /**
     * Does one that waits, once: it is settled and done in the same transaction, so that a node that dies in between has
     * done nothing, and another node does it.
     */
    void perform(Waiting waiting) {
        SignedIn person = new SignedIn(waiting.askedBy(), identities.groupsOf(waiting.askedBy()));
        identities.actFor(person);
        try {
            SecondTry.of(() -> transaction.execute(status -> {
                perform(waiting, person);
                return true;
            }));
        } catch (RefusedItemException e) {
            runs.settle(waiting, Outcome.refused, e.getMessage());
        } catch (RuntimeException e) {
            LOG.error(
                    "Item {} of the operation {} failed: {}",
                    waiting.place(),
                    waiting.run(),
                    e.getClass().getName());
            runs.settle(waiting, Outcome.refused, BROKEN);
        } finally {
            identities.actForNobody();
        }
    }

    private void perform(Waiting waiting, SignedIn person) {
        if (!runs.settle(waiting, Outcome.done, null)) {
            return;
        }
        if (!mayStill(waiting, person)) {
            throw new RefusedItemException("Whoever asked for it may not do it any more.");
        }
        runs.tell(waiting, operation(waiting.kind()).perform(person, waiting.item(), waiting.reason()));
    }

    private boolean mayStill(Waiting waiting, SignedIn person) {
        return rights.existFor(person).test(waiting.item().caseNumber())
                && (waiting.kind().equals("reassignments") || OperationRights.mayRepair(person));
    }
}
