package org.throughcare.custody;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.throughcare.access.SignedIn;
import org.throughcare.casefile.OpenCaseException;
import org.throughcare.forms.RefusedAnswerException;

/**
 * Registers the women of a file, each row on its own: a row that is refused leaves nothing behind and stops no other. The
 * same file again finds the cases that it opened.
 */
@Component
class AdmissionImport {

    private static final Logger LOG = LoggerFactory.getLogger(AdmissionImport.class);

    private final CustodyDesk desk;

    AdmissionImport(CustodyDesk desk) {
        this.desk = desk;
    }

    /**
     * What became of a row.
     *
     * @param line as an editor counts, from 1; the names are in line 1
     * @param status created, alreadyOpen or refused
     * @param caseNumber of the created or the open case; empty for a refused row
     */
    record Row(int line, String status, String caseNumber, List<FieldError> errors) {}

    /** How many rows there were, by what became of them. */
    record Totals(int rows, int created, int alreadyOpen, int refused) {

        Totals with(Row row) {
            return new Totals(
                    rows + 1,
                    created + ("created".equals(row.status()) ? 1 : 0),
                    alreadyOpen + ("alreadyOpen".equals(row.status()) ? 1 : 0),
                    refused + ("refused".equals(row.status()) ? 1 : 0));
        }
    }

    /** Takes in all rows in their order and tells about each as it is done. */
    Totals run(AdmissionFile file, SignedIn reporter, Consumer<Row> done) {
        Totals totals = new Totals(0, 0, 0, 0);
        for (AdmissionFile.Line line : file.lines()) {
            Row row = take(file, line, reporter);
            totals = totals.with(row);
            done.accept(row);
        }
        return totals;
    }

    private Row take(AdmissionFile file, AdmissionFile.Line line, SignedIn reporter) {
        try {
            Map<String, Object> answers = file.fields(line);
            if (!(answers.get("site") instanceof String site)) {
                return refused(line, "site", "is missing.");
            }
            if (!CustodyDesk.mayReport(reporter, site)) {
                return refused(line, "site", "is not a site for which you register admissions.");
            }
            return new Row(line.number(), "created", desk.register(answers), List.of());
        } catch (OpenCaseException e) {
            return new Row(line.number(), "alreadyOpen", e.caseNumber(), List.of());
        } catch (RefusedAnswerException e) {
            return refused(line, e.field(), e.reason());
        } catch (AdmissionFile.UnreadableRowException e) {
            return refused(line, "", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error(
                    "Line {} of an import could not be registered: {}",
                    line.number(),
                    e.getClass().getName());
            return refused(line, "", "could not be registered now. Nothing of it was kept; send the file again later.");
        }
    }

    private static Row refused(AdmissionFile.Line line, String field, String reason) {
        return new Row(line.number(), "refused", "", List.of(new FieldError(field, reason)));
    }
}
