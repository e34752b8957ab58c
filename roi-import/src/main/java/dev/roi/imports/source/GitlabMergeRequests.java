package dev.roi.imports.source;

import dev.roi.core.json.JsonRecord;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Merge requests of GitLab, from REST, with their notes inside or beside. An approval or a note on a line is a review;
 * {@code user_notes_count} is none, since it counts whatever anybody wrote.
 *
 * @see <a href="https://docs.gitlab.com/api/merge_requests/">Merge requests API</a>
 */
final class GitlabMergeRequests implements Reader {

    static final String NAME = "gitlab-merge-requests";

    /** What GitLab calls the users of access tokens. */
    private static final Pattern TOKEN = Pattern.compile("(?:project|group)_\\d+_bot.*");

    private final Source source;
    private final Changes changes;

    GitlabMergeRequests(Source source) {
        this.source = source;
        this.changes = new Changes(source, Claims.Kind.REPOSITORIES);
    }

    @Override
    public boolean take(JsonRecord record) {
        if (record.text("noteable_type").filter("MergeRequest"::equals).isPresent()) {
            return beside(record);
        }
        Optional<String> created = record.text("created_at");
        Optional<Long> number =
                record.number("iid").map(exact -> exact.rounded(0).longValue());
        if (number.isEmpty() || created.isEmpty() || !record.has("target_branch")) {
            return false;
        }
        String repository = record.text("references", "full")
                .map(full -> full.substring(0, Math.max(0, full.lastIndexOf('!'))))
                .filter(path -> !path.isEmpty())
                .or(() -> record.text("web_url").map(GitlabMergeRequests::path))
                .or(() -> record.text("project_id"))
                .orElse("");
        Optional<Change> begun =
                changes.begin(record.place(), repository, number.get(), created.get(), who(record, "author"));
        if (begun.isEmpty()) {
            return true;
        }
        Change change = begun.get();
        change.updated = moment(record, "updated_at");
        change.merged = moment(record, "merged_at");
        change.closed = moment(record, "closed_at");
        change.draft = record.isTrue("draft") || record.isTrue("work_in_progress");
        boolean over = record.text("state")
                .filter(state -> state.equals("merged") || state.equals("closed"))
                .isPresent();
        if (over && change.merged == Change.NEVER && change.closed == Change.NEVER) {
            source.leftOut().add("no-end", record.place());
            return true;
        }
        record.list("notes").ifPresent(notes -> {
            changes.reviewsAreKnown();
            notes.stream()
                    .filter(GitlabMergeRequests::isReview)
                    .forEach(note -> changes.reviewed(change, who(note, "author"), moment(note, "created_at")));
        });
        changes.add(change);
        return true;
    }

    private boolean beside(JsonRecord note) {
        changes.reviewsAreKnown();
        Optional<String> project = note.text("project_id");
        Optional<Long> number =
                note.number("noteable_iid").map(exact -> exact.rounded(0).longValue());
        if (isReview(note) && number.isPresent() && moment(note, "created_at") != Change.NEVER) {
            changes.reviewedBeside(project.orElse(""), number.get(), who(note, "author"), moment(note, "created_at"));
        }
        return true;
    }

    private static boolean isReview(JsonRecord note) {
        boolean onLine = note.text("type").filter("DiffNote"::equals).isPresent();
        boolean approval = note.isTrue("system")
                && note.text("body")
                        .filter(body -> body.toLowerCase(Locale.ROOT).startsWith("approved"))
                        .isPresent();
        return (onLine && !note.isTrue("system")) || approval;
    }

    private static String path(String url) {
        int to = url.indexOf("/-/merge_requests/");
        int host = url.indexOf("://");
        int from = url.indexOf('/', host < 0 ? 0 : host + 3);
        return to < 0 || from < 0 || from >= to ? "" : url.substring(from + 1, to);
    }

    private static Changes.Who who(JsonRecord record, String field) {
        Optional<String> name = record.text(field, "username");
        boolean bot = record.isTrue(field, "bot")
                || name.filter(text -> TOKEN.matcher(text).matches()).isPresent();
        return new Changes.Who(name, bot ? Optional.of("Bot") : Optional.empty());
    }

    private static long moment(JsonRecord record, String field) {
        return record.text(field)
                .flatMap(Moments::of)
                .map(Instant::toEpochMilli)
                .orElse(Change.NEVER);
    }

    @Override
    public void finish() {
        changes.finish();
    }
}
