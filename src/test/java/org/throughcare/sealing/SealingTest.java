package org.throughcare.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;

/** What is sealed opens in its own place only, and with the key that sealed it. */
class SealingTest {

    private static final String OLD = key("old", 'o');
    private static final String NEW = key("new", 'n');

    private final SealedTable notes = new Sealing(OLD).table("contact", "note", "channel");

    @Test
    void whatWasSealedIsReadAgain() {
        String sealed = notes.seal("note", "NORTH-2026-0001", "Her brother threatens her – “wait”.");

        assertThat(sealed).startsWith("old:").doesNotContain("brother");
        assertThat(notes.open("note", "NORTH-2026-0001", sealed)).isEqualTo("Her brother threatens her – “wait”.");
        assertThat(notes.seal("note", "NORTH-2026-0001", (String) null)).isNull();
        assertThat(notes.open("note", "NORTH-2026-0001", null)).isNull();
    }

    @Test
    void theSameWordsNeverLookTheSame() {
        assertThat(notes.seal("note", "NORTH-2026-0001", "yes"))
                .isNotEqualTo(notes.seal("note", "NORTH-2026-0001", "yes"));
    }

    @Test
    void aValueOpensInNoOtherCaseColumnOrTable() {
        String sealed = notes.seal("note", "NORTH-2026-0001", "secret");

        assertThatThrownBy(() -> notes.open("note", "NORTH-2026-0002", sealed))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("contact.note")
                .hasMessageNotContaining("NORTH");
        assertThatThrownBy(() -> notes.open("channel", "NORTH-2026-0001", sealed))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new Sealing(OLD).table("objective", "note").open("note", "NORTH-2026-0001", sealed))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aChangedOrUnsealedValueIsRefused() {
        String sealed = notes.seal("note", "NORTH-2026-0001", "secret");
        char last = sealed.charAt(sealed.length() - 2);
        String changed = sealed.substring(0, sealed.length() - 2)
                + (last == 'A' ? 'B' : 'A')
                + sealed.charAt(sealed.length() - 1);

        assertThatThrownBy(() -> notes.open("note", "NORTH-2026-0001", changed))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> notes.open("note", "NORTH-2026-0001", "in clear"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not sealed at all");
    }

    @Test
    void aNewKeySealsAndTheOldOneStillOpens() {
        String old = notes.seal("note", "NORTH-2026-0001", "secret");
        SealedTable both = new Sealing(NEW + "," + OLD).table("contact", "note");

        assertThat(both.open("note", "NORTH-2026-0001", old)).isEqualTo("secret");
        assertThat(both.seal("note", "NORTH-2026-0001", "secret")).startsWith("new:");
        assertThatThrownBy(() -> new Sealing(NEW).table("contact", "note").open("note", "NORTH-2026-0001", old))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("THROUGHCARE_RECORD_KEYS");
    }

    @Test
    void hashesAreLookedForUnderEveryKey() {
        SearchHashes before = new SearchHashes(OLD);
        SearchHashes during = new SearchHashes(NEW + "," + OLD);

        assertThat(during.allOf("born", "1988-01-01"))
                .contains(before.of("born", "1988-01-01"), during.of("born", "1988-01-01"));
        assertThat(before.of("born", "1988-01-01"))
                .isNotEqualTo(before.of("prisonNumber", "1988-01-01"))
                .isNotEqualTo(during.of("born", "1988-01-01"));
    }

    @Test
    void aSettingWithoutAGoodKeyIsRefusedAndNeverRepeated() {
        for (String setting :
                new String[] {"", " ", "old", "old:c2hvcnQ=", "Old Key:" + OLD.substring(4), OLD + "," + OLD}) {
            assertThatThrownBy(() -> KeyRing.of(setting))
                    .as(setting)
                    .isInstanceOf(NoRecordKeyException.class)
                    .hasMessageNotContaining("c2hvcnQ");
        }
    }

    static String key(String id, char content) {
        return id + ":"
                + Base64.getEncoder()
                        .encodeToString(String.valueOf(content).repeat(32).getBytes());
    }
}
