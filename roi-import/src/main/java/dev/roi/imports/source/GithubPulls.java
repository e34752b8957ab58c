package dev.roi.imports.source;

import dev.roi.core.Fault;
import dev.roi.core.json.JsonRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Pull requests of GitHub: REST {@code /pulls} and {@code /reviews}, {@code gh pr list --json}, GraphQL.
 *
 * @see <a href="https://docs.github.com/rest/pulls/pulls">List pull requests</a>
 */
final class GithubPulls implements Reader {

    static final String NAME = "github-pull-requests";

    private final Source source;
    private final Changes changes;

    GithubPulls(Source source) {
        this.source = source;
        this.changes = new Changes(source, Claims.Kind.REPOSITORIES);
    }

    @Override
    public boolean take(JsonRecord record) {
        Optional<JsonRecord> repository = record.object("data", "repository");
        if (repository.isPresent() || record.list("data", "search", "nodes").isPresent()) {
            return page(record, repository.flatMap(found -> found.text("nameWithOwner")));
        }
        return one(record, Optional.empty());
    }

    /** An answer of GraphQL. */
    private boolean page(JsonRecord page, Optional<String> name) {
        List<JsonRecord> pulls = new ArrayList<>();
        page.list("data", "repository", "pullRequests", "nodes").ifPresent(pulls::addAll);
        page.list("data", "search", "nodes").ifPresent(pulls::addAll);
        page.object("data", "repository", "pullRequest").ifPresent(pulls::add);
        boolean read = false;
        for (JsonRecord pull : pulls) {
            read |= one(pull, name);
        }
        return read;
    }

    private boolean one(JsonRecord record, Optional<String> name) {
        if (record.has("pull_request_url") && record.has("submitted_at")) {
            return review(record);
        }
        Optional<String> created = record.text("created_at").or(() -> record.text("createdAt"));
        Optional<Long> number =
                record.number("number").map(exact -> exact.rounded(0).longValue());
        boolean issue = record.has("issue_url") || record.has("pull_request") || !record.has("number");
        if (issue || created.isEmpty() || number.isEmpty()) {
            return false;
        }
        String repository = name.or(() -> repository(record)).orElse("");
        Optional<Change> begun = changes.begin(record.place(), repository, number.get(), created.get(), author(record));
        if (begun.isEmpty()) {
            return true;
        }
        Change change = begun.get();
        change.updated = moment(record, "updated_at", "updatedAt");
        change.merged = moment(record, "merged_at", "mergedAt");
        change.closed = moment(record, "closed_at", "closedAt");
        change.ready = ready(record);
        change.draft = record.isTrue("draft") || record.isTrue("isDraft");
        boolean closedUnsaid = record.text("state")
                        .filter(state -> !state.equalsIgnoreCase("open"))
                        .isPresent()
                && change.merged == Change.NEVER
                && change.closed == Change.NEVER;
        if (closedUnsaid) {
            source.leftOut().add("no-end", record.place());
            return true;
        }
        record.list("reviews").or(() -> record.list("reviews", "nodes")).ifPresent(reviews -> {
            changes.reviewsAreKnown();
            reviews.forEach(review -> reviewed(change, review));
        });
        changes.add(change);
        return true;
    }

    private static long ready(JsonRecord record) {
        long said = moment(record, "ready_for_review_at", "readyForReviewAt");
        for (JsonRecord event : record.list("timelineItems", "nodes").orElse(List.of())) {
            if (event.text("__typename").filter("ReadyForReviewEvent"::equals).isPresent()) {
                said = Math.max(said, moment(event, "createdAt", "created_at"));
            }
        }
        return said;
    }

    private void reviewed(Change change, JsonRecord review) {
        boolean pending = review.text("state").filter("PENDING"::equals).isPresent();
        long at = moment(review, "submittedAt", "submitted_at");
        if (!pending && at != Change.NEVER) {
            changes.reviewed(change, author(review), at);
        }
    }

    /** A review beside its pull request: {@code https://api.github.com/repos/acme/pay/pulls/7}. */
    private boolean review(JsonRecord review) {
        changes.reviewsAreKnown();
        String url = review.text("pull_request_url").orElse("");
        Fault.Place place = review.place();
        Optional<String> repository = between(url, "/repos/", "/pulls/");
        long at = moment(review, "submitted_at", "submittedAt");
        boolean pending = review.text("state").filter("PENDING"::equals).isPresent();
        try {
            long number = Long.parseLong(url.substring(url.lastIndexOf('/') + 1));
            if (at != Change.NEVER && !pending) {
                changes.reviewedBeside(repository.orElse(""), number, author(review), at);
            }
        } catch (NumberFormatException noNumber) {
            source.leftOut().add("not-recognised", place);
        }
        return true;
    }

    private static Changes.Who author(JsonRecord record) {
        Optional<String> login = record.text("user", "login").or(() -> record.text("author", "login"));
        boolean bot = record.isTrue("author", "is_bot");
        Optional<String> type =
                bot ? Optional.of("Bot") : record.text("user", "type").or(() -> record.text("author", "__typename"));
        return new Changes.Who(login, type);
    }

    private static Optional<String> repository(JsonRecord record) {
        return record.text("base", "repo", "full_name")
                .or(() -> record.text("repository", "nameWithOwner"))
                .or(() -> record.text("repository", "full_name"))
                .or(() -> record.text("url").flatMap(url -> between(url, "/repos/", "/pulls/")))
                .or(() -> record.text("html_url")
                        .or(() -> record.text("url"))
                        .flatMap(url -> between(url, "github.com/", "/pull/")));
    }

    private static Optional<String> between(String url, String before, String after) {
        int from = url.indexOf(before);
        int to = url.indexOf(after, Math.max(0, from));
        return from < 0 || to < 0 ? Optional.empty() : Optional.of(url.substring(from + before.length(), to));
    }

    private static long moment(JsonRecord record, String one, String other) {
        return record.text(one)
                .or(() -> record.text(other))
                .flatMap(Moments::of)
                .map(Instant::toEpochMilli)
                .orElse(Change.NEVER);
    }

    @Override
    public void finish() {
        changes.finish();
    }
}
