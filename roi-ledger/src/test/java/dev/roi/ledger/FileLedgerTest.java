package dev.roi.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.roi.core.Fault;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileLedgerTest {

    private static final Set<StandardOpenOption> WRITABLE = Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE);

    @TempDir
    private Path directory;

    private Path file() {
        return directory.resolve("decisions.jsonl");
    }

    private Records records() {
        return Records.in(FileLedger.at(file()));
    }

    private Head append(String by) {
        return records().append(Sample.record(by), Sample.POLICY);
    }

    private Verification verify(Head... heads) {
        for (Head head : heads) {
            assertThat(records().verify(Optional.of(head.hash())).known()).contains(head);
        }
        return records().verify(Optional.empty());
    }

    private static List<String> lines(List<Fault> faults) {
        return faults.stream()
                .map(fault -> "%s line %s".formatted(fault.code(), fault.place().line()))
                .toList();
    }

    @Test
    void a_line_that_was_cut_is_named_and_nothing_acknowledged_is_lost() throws IOException {
        cut(97);
    }

    @Test
    @Tag("soak")
    void a_line_that_was_cut_anywhere_is_named_and_nothing_acknowledged_is_lost() throws IOException {
        cut(1);
    }

    /** Cuts the last line before its end, before its last byte, and so on in steps. */
    private void cut(int step) throws IOException {
        Head first = append("Ana");
        byte[] before = Files.readAllBytes(file());
        append("Jo");
        byte[] after = Files.readAllBytes(file());
        for (int size = after.length - 1; size > before.length; size -= size == after.length - 1 ? 1 : step) {
            Files.write(file(), Arrays.copyOf(after, size));
            assertThat(lines(verify(first).faults())).as("cut at %s", size).containsExactly("ROI-L06 line 3");

            Head next = append("Zoé");

            boolean whole = size == after.length - 1;
            Verification verified = verify(first, next);
            assertThat(verified.faults()).as("cut at %s", size).isEmpty();
            assertThat(lines(verified.marked())).isEqualTo(whole ? List.of() : List.of("ROI-L06 line 3"));
            assertThat(next.entry()).isEqualTo(4);
            assertThat(records().decisions()).hasSize(whole ? 3 : 2);
        }
    }

    @Test
    void a_change_of_any_byte_of_the_last_line_and_of_its_end_is_not_taken_for_a_crash() throws IOException {
        append("Ana");
        byte[] before = Files.readAllBytes(file());
        append("Jo");
        byte[] after = Files.readAllBytes(file());
        for (int at = after.length - 1; at >= before.length; at -= at > after.length - 90 ? 1 : 97) {
            byte[] changed = after.clone();
            changed[at] = (byte) (changed[at] ^ 'x');
            Files.write(file(), changed);

            assertThat(lines(verify().faults())).as("byte %s", at).contains("ROI-L01 line 3");
            assertThatThrownBy(() -> append("Zoé")).as("byte %s", at).isInstanceOf(LedgerUnavailable.class);
            assertThat(Files.readAllBytes(file())).as("byte %s", at).isEqualTo(changed);
        }
        Files.writeString(file(), new String(after, StandardCharsets.UTF_8).replaceFirst("\n$", "#torn\n"));
        assertThat(lines(verify().faults())).containsExactly("ROI-L01 line 3");
        assertThatThrownBy(() -> append("Zoé")).isInstanceOf(LedgerUnavailable.class);
    }

    @Test
    void a_crash_while_another_crash_is_being_marked_is_marked_too() throws IOException {
        Head first = append("Ana");
        byte[] before = Files.readAllBytes(file());
        Files.write(file(), "{\"format\":\"roi-dec".getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
        append("Jo");
        byte[] after = Files.readAllBytes(file());
        for (int size = before.length; size < after.length; size += 31) {
            Files.write(file(), Arrays.copyOf(after, size));

            Head next = append("Zoé");

            assertThat(verify(first, next).faults()).as("cut at %s", size).isEmpty();
        }
    }

    @Test
    void bytes_of_a_torn_line_count_as_any_others() throws IOException {
        append("Ana");
        Files.writeString(file(), "{\"format\":\"roi-dec", StandardOpenOption.APPEND);
        append("Jo");
        String text = Files.readString(file());
        assertThat(verify().isSound()).isTrue();

        Files.writeString(file(), text.replace("roi-dec#torn", "roi-Dec#torn"));
        assertThat(lines(verify().faults())).containsExactly("ROI-L05 line 3");
        Files.writeString(file(), text.replaceFirst("\n[^\n]*#torn\n", "\n"));
        assertThat(lines(verify().faults())).containsExactly("ROI-L05 line 3");
        Files.writeString(file(), text.replaceFirst("\n", "\n#torn\n"));
        assertThat(lines(verify().faults())).containsExactly("ROI-L05 line 2");
    }

    @Test
    void a_full_disk_is_a_clear_error_and_the_ledger_is_as_it_was() throws IOException {
        Head first = append("Ana");
        byte[] before = Files.readAllBytes(file());
        int line = new String(before, StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow()
                .length();
        for (int room = 0; room < line; room += 50) {
            Records full = Records.in(new FileLedger(file(), true, Duration.ZERO, new SmallDisk(room, true)));

            assertThatThrownBy(() -> full.append(Sample.record("Ana"), Sample.POLICY))
                    .isInstanceOf(LedgerUnavailable.class)
                    .hasMessage("`%s` cannot be appended to: No space left on device", file());
            assertThat(Files.readAllBytes(file())).as("room for %s bytes", room).isEqualTo(before);
        }
        assertThat(verify(first, append("Jo")).isSound()).isTrue();
    }

    @Test
    void where_nothing_can_be_taken_back_a_full_disk_leaves_torn_lines_that_are_marked_later() {
        Head first = append("Ana");
        List<Integer> rooms = new ArrayList<>();
        for (int room = 1; room < 400; room += 13) {
            rooms.add(room);
            Records full = Records.in(new FileLedger(file(), true, Duration.ZERO, new SmallDisk(room, false)));
            assertThatThrownBy(() -> full.append(Sample.record("Jo"), Sample.POLICY))
                    .isInstanceOf(LedgerUnavailable.class)
                    .hasMessageContaining("No space left on device");
        }

        Verification verified = verify(first, append("Zoé"));

        assertThat(rooms).isNotEmpty();
        assertThat(verified.faults()).isEmpty();
        assertThat(verified.marked()).isNotEmpty();
    }

    @Test
    void a_device_that_is_full_is_a_clear_error() {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "Linux has such a device");
        FileLedger.Opener onFull = (path, options) ->
                FileChannel.open(path.equals(file()) ? full : path, path.equals(file()) ? WRITABLE : options);

        assertThatThrownBy(() -> new FileLedger(file(), true, Duration.ZERO, onFull).append(1, new byte[] {'x'}))
                .isInstanceOf(LedgerUnavailable.class)
                .hasMessage("`%s` cannot be appended to: No space left on device", file());
    }

    @Test
    void a_ledger_that_is_locked_is_a_clear_error_and_free_again_afterwards() throws IOException {
        Head first = append("Ana");
        Path beside = directory.resolve("decisions.jsonl.lock");
        try (FileChannel other = FileChannel.open(beside, StandardOpenOption.WRITE);
                FileLock lock = other.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThatThrownBy(() -> Records.in(FileLedger.at(file()).waiting(Duration.ZERO))
                            .append(Sample.record("Jo"), Sample.POLICY))
                    .isInstanceOf(LedgerUnavailable.class)
                    .hasMessage(
                            "`%s` cannot be appended to: somebody else has kept it locked for 0 seconds. Nothing was recorded; try again",
                            file());
        }
        assertThat(verify(first, append("Jo")).entries()).isEqualTo(3);
    }

    @Test
    void where_no_lock_can_be_made_nothing_is_recorded() throws IOException {
        Head first = append("Ana");
        Files.delete(directory.resolve("decisions.jsonl.lock"));
        Files.createDirectory(directory.resolve("decisions.jsonl.lock"));

        assertThatThrownBy(() -> append("Jo"))
                .isInstanceOf(LedgerUnavailable.class)
                .hasMessageStartingWith("`%s` cannot be appended to: ".formatted(file()));
        assertThat(verify(first).entries()).isEqualTo(2);
    }

    @Test
    void a_directory_where_writing_is_not_permitted_is_a_clear_error() throws IOException {
        Head first = append("Ana");
        FileLedger.Opener refusing = (path, options) -> {
            if (options.contains(StandardOpenOption.WRITE)) {
                throw new java.nio.file.AccessDeniedException(path.toString());
            }
            return FileChannel.open(path, options);
        };

        assertThatThrownBy(() -> Records.in(new FileLedger(file(), true, Duration.ZERO, refusing))
                        .append(Sample.record("Jo"), Sample.POLICY))
                .isInstanceOf(LedgerUnavailable.class)
                .hasMessage(
                        "`%s` cannot be appended to: its lock file cannot be made beside it, since writing there is not permitted",
                        file());
        assertThat(verify(first).entries()).isEqualTo(2);
    }

    @Test
    void a_directory_that_is_read_only_is_a_clear_error_of_the_system_itself() throws IOException {
        assumeTrue(
                directory.toFile().setWritable(false) && !Files.isWritable(directory), "not for who may do anything");
        try {
            assertThatThrownBy(() -> append("Ana"))
                    .isInstanceOf(LedgerUnavailable.class)
                    .hasMessageEndingWith("since writing there is not permitted");
        } finally {
            assertThat(directory.toFile().setWritable(true)).isTrue();
        }
    }

    @Test
    void what_is_not_there_is_said_not_to_be() {
        Path nowhere = directory.resolve("no/decisions.jsonl");

        assertThatThrownBy(() -> Records.in(FileLedger.existing(file())).decisions())
                .hasMessage("`%s` cannot be read: there is no such ledger. The first record begins one", file());
        assertThatThrownBy(() -> Records.in(FileLedger.existing(file())).append(Sample.record("Ana"), Sample.POLICY))
                .isInstanceOf(LedgerUnavailable.class);
        assertThat(Files.exists(file())).isFalse();
        assertThatThrownBy(() -> Records.in(FileLedger.at(nowhere)).append(Sample.record("Ana"), Sample.POLICY))
                .hasMessage("`%s` cannot be appended to: there is no such directory", nowhere);
        assertThatThrownBy(() -> FileLedger.existing(directory).readAfter(0, new Chain("it", (entry, line) -> {})))
                .isInstanceOf(LedgerUnavailable.class);
    }

    @Test
    void a_ledger_whose_last_entry_was_altered_is_not_added_to() throws IOException {
        append("Ana");
        Files.writeString(file(), Files.readString(file()).replace("Ana", "Eva"));

        assertThatThrownBy(() -> append("Jo"))
                .isInstanceOf(LedgerUnavailable.class)
                .hasMessageContaining("ROI-L01 %s:2:1".formatted(file()))
                .hasMessageContaining("Verifying it names everything that is wrong");
        assertThatThrownBy(() -> FileLedger.at(file()).append(3, new byte[] {'x'}))
                .hasMessageContaining("its last entry is not as it was written");
    }

    private void rewriteLast(String from, String to) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(file()));
        String last = lines.remove(lines.size() - 1);
        assertThat(last).contains(from);
        lines.add(RecordExamples.sealed(last.replace(from, to)));
        Files.writeString(file(), String.join("\n", lines) + "\n");
    }

    @Test
    void a_ledger_of_a_later_version_is_said_to_be_that_and_nobody_is_blamed() throws IOException {
        Head first = append("Ana");
        append("Jo");
        rewriteLast("roi-decision/2", "roi-decision/3");
        byte[] kept = Files.readAllBytes(file());

        assertThat(lines(verify(first).faults())).containsExactly("ROI-L08 line 3");
        for (ThrowingCallable use : List.<ThrowingCallable>of(
                () -> append("Zoé"),
                () -> records().decisions(),
                () -> records().replay(replay -> {}))) {
            assertThatThrownBy(use)
                    .isInstanceOf(LedgerUnavailable.class)
                    .hasMessage(
                            "%1$s cannot be read by this version of the library, and is neither read nor added to: ROI-L08 %1$s:3:1: this entry is as it was written, in a format that this version of the library does not know: `roi-decision/3` is no format of an entry. A later version probably wrote it: use that version, or a later one",
                            file());
        }
        assertThatThrownBy(() -> FileLedger.at(file()).append(4, new byte[] {'x'}))
                .isInstanceOf(LedgerUnavailable.class)
                .hasMessageContaining("its last entry cannot be read by this version");
        assertThat(Files.readAllBytes(file())).isEqualTo(kept);
    }

    @Test
    void a_record_that_the_library_would_not_have_written_is_no_later_version() throws IOException {
        append("Ana");
        rewriteLast("\"at\":\"2026-06", "\"at\":\"2026-04");

        assertThat(verify().faults().toString())
                .startsWith(
                        "[ROI-L09 %s:2:1: this line has a hash that fits, and is no entry that the library would have"
                                .formatted(file()))
                .contains("2026-04-05T09:30:00Z")
                .doesNotContain("version");
        assertThatThrownBy(() -> append("Jo"))
                .isInstanceOf(LedgerUnavailable.class)
                .hasMessageContaining("is not as it was written")
                .hasMessageContaining("ROI-L09");
    }

    @Test
    void a_ledger_that_loses_its_end_while_it_is_in_use_is_noticed() throws IOException {
        Records records = records();
        records.append(Sample.record("Ana"), Sample.POLICY);
        byte[] before = Files.readAllBytes(file());
        records.append(Sample.record("Jo"), Sample.POLICY);
        records.decisions();
        Files.write(file(), before);

        assertThatThrownBy(() -> records.append(Sample.record("Zoé"), Sample.POLICY))
                .isInstanceOf(LedgerUnavailable.class)
                .hasMessageContaining("it became shorter since it was read, so that entries are lost");
    }

    @Test
    void a_file_that_is_no_ledger_is_left_as_it_is() throws IOException {
        for (String other : List.of(
                "{ \"format\": \"roi-scorecard/1\" }",
                "{\n  \"format\": \"roi-scorecard/1\"\n}\n",
                "a text\n",
                "{\"format\":\"roi-scorecard/1\"",
                "\n")) {
            Files.writeString(file(), other);

            for (ThrowingCallable use : List.<ThrowingCallable>of(
                    () -> append("Ana"), () -> verify(), () -> records().decisions())) {
                assertThatThrownBy(use)
                        .isInstanceOf(LedgerUnavailable.class)
                        .hasMessage("%s is no ledger: no line of it is an entry. Name another one", file());
            }
            assertThatThrownBy(() -> FileLedger.at(file()).append(1, new byte[] {'x'}))
                    .isInstanceOf(LedgerUnavailable.class);
            assertThat(Files.readString(file())).isEqualTo(other);
        }
    }

    @Test
    void a_ledger_whose_beginning_was_changed_is_a_ledger_all_the_same() throws IOException {
        append("Ana");
        String text = Files.readString(file());
        for (String changed :
                List.of("x" + text.substring(1), "\n" + text.substring(1), text.replaceFirst("rmat", "r\nt"))) {
            Files.writeString(file(), changed);

            assertThat(lines(verify().faults())).contains("ROI-L01 line 1");
        }
    }

    @Test
    void a_first_entry_that_was_cut_is_marked() throws IOException {
        for (String begun : List.of("{", "{\"format\":\"roi-dec", "{\"format\":\"roi-decision-policy/1\",\"ent")) {
            Files.writeString(file(), begun);

            assertThat(lines(verify(append("Ana")).marked())).containsExactly("ROI-L06 line 1");
        }
    }

    @Test
    void whoever_comes_by_a_link_takes_the_same_turns() throws IOException {
        Head first = append("Ana");
        Path link = Files.createSymbolicLink(
                Files.createDirectory(directory.resolve("other")).resolve("link"), file());

        Head second = Records.in(FileLedger.at(link)).append(Sample.record("Jo"), Sample.POLICY);

        assertThat(verify(first, second).entries()).isEqualTo(3);
        assertThat(directory.resolve("other/link.lock")).doesNotExist();
        assertThat(directory.resolve("decisions.jsonl.lock")).isEmptyFile();
    }

    @Test
    void a_store_that_takes_nothing_and_gets_nothing_is_given_up() {
        Ledger stuck = new Ledger() {
            @Override
            public boolean append(long number, byte[] line) {
                return false;
            }

            @Override
            public void readAfter(long number, Reader reader) {}

            @Override
            public String name() {
                return "stuck";
            }
        };

        assertThatThrownBy(() -> Records.in(stuck).append(Sample.record("Ana"), Sample.POLICY))
                .isInstanceOf(LedgerUnavailable.class)
                .hasMessageStartingWith("stuck cannot be appended to: ");
    }
}
