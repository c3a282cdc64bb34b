package org.throughcare.custody;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.throughcare.access.SignedIn;

/**
 * Takes a CSV file of admissions, as an upload ({@code multipart/form-data}, part {@code file}) or as it is ({@code
 * text/csv}), and answers for each row. Who accepts {@code application/x-ndjson} gets each row as it is done: the number
 * of rows first, then a line a row, then the totals.
 */
@RestController
class AdmissionImportController {

    private static final String LINES = "application/x-ndjson";
    private static final int LONGEST_FILE = 20 * 1024 * 1024;

    private final AdmissionImport imports;
    private final ObjectMapper mapper;

    AdmissionImportController(AdmissionImport imports, ObjectMapper mapper) {
        this.imports = imports;
        this.mapper = mapper;
    }

    @PostMapping(value = "/api/admissions/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    void upload(
            @RequestPart("file") MultipartFile file,
            SignedIn reporter,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        take(file.getBytes(), reporter, request, response);
    }

    @PostMapping(
            value = "/api/admissions/import",
            consumes = {"text/csv", MediaType.TEXT_PLAIN_VALUE})
    void send(SignedIn reporter, HttpServletRequest request, HttpServletResponse response) throws IOException {
        checkRight(reporter);
        byte[] content = request.getInputStream().readNBytes(LONGEST_FILE + 1);
        if (content.length > LONGEST_FILE) {
            throw RefusedReportException.badContent("file", "is longer than 20 MB. Send it in parts.");
        }
        take(content, reporter, request, response);
    }

    private void take(byte[] content, SignedIn reporter, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        checkRight(reporter);
        AdmissionFile file = AdmissionFile.read(content);
        boolean lineByLine =
                Optional.ofNullable(request.getHeader("Accept")).orElse("").contains(LINES);
        if (lineByLine) {
            answerLineByLine(file, reporter, response);
        } else {
            answerAtTheEnd(file, reporter, response);
        }
    }

    private void answerAtTheEnd(AdmissionFile file, SignedIn reporter, HttpServletResponse response)
            throws IOException {
        List<AdmissionImport.Row> rows = new ArrayList<>();
        AdmissionImport.Totals totals = imports.run(file, reporter, rows::add);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        mapper.writeValue(response.getOutputStream(), Map.of("rows", rows, "totals", totals));
    }

    private void answerLineByLine(AdmissionFile file, SignedIn reporter, HttpServletResponse response)
            throws IOException {
        response.setContentType(LINES);
        response.setHeader("X-Accel-Buffering", "no");
        OutputStream out = response.getOutputStream();
        writeLine(out, Map.of("toDo", file.lines().size()));
        AdmissionImport.Totals totals = imports.run(file, reporter, row -> writeLine(out, row));
        writeLine(out, Map.of("totals", totals));
    }

    private void writeLine(OutputStream out, Object line) {
        try {
            out.write(mapper.writeValueAsBytes(line));
            out.write('\n');
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("Nobody listens to the import any more; the rows up to here are done.", e);
        }
    }

    private static void checkRight(SignedIn reporter) {
        if (!CustodyDesk.maySometimesReport(reporter)) {
            throw RefusedReportException.notAllowed();
        }
    }
}
