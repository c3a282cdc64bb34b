package org.throughcare.packs;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.access.SignedIn;

/** Packs and letters as PDF files, made at the moment of reading and kept nowhere. A file's name holds no name. */
@RestController
class PackController {

    private final PackDesk packs;
    private final LetterDesk letters;
    private final PdfMaker pdf;

    PackController(PackDesk packs, LetterDesk letters, PdfMaker pdf) {
        this.packs = packs;
        this.letters = letters;
        this.pdf = pdf;
    }

    /**
     * A pack of a case: {@code release-plan}, {@code gate-pack} or {@code handover-summary}.
     *
     * @param language {@code en}, {@code mi}, {@code hi} or {@code bn}; the one that she speaks when it is empty
     * @param services {@code named} when she wants services named in her gate pack that say something of her
     */
    @GetMapping("/api/cases/{caseNumber}/packs/{pack}.pdf")
    ResponseEntity<byte[]> pack(
            @PathVariable String caseNumber,
            @PathVariable String pack,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "") String services,
            SignedIn reader) {
        Printed printed = packs.print(reader, caseNumber, pack, language, "named".equals(services));
        return file(pack + "-" + caseNumber, printed);
    }

    /** The letter of a referral to the provider that it went to. */
    @GetMapping("/api/referrals/{id}/letter.pdf")
    ResponseEntity<byte[]> letter(@PathVariable String id, SignedIn reader) {
        return file("referral-" + id, letters.print(reader, id));
    }

    private ResponseEntity<byte[]> file(String name, Printed printed) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(name + ".pdf")
                                .build()
                                .toString())
                .body(pdf.make(printed.template(), printed.values()));
    }
}
