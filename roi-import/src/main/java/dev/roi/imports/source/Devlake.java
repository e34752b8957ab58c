package dev.roi.imports.source;

import dev.roi.core.Exact;
import dev.roi.imports.ScopeKey;
import dev.roi.imports.table.Line;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Tables of Apache DevLake as CSV: {@code project_pr_metrics}, {@code cicd_deployment_commits}, {@code incidents} and the
 * one between. Times are minutes; an empty cell is unknown, and never 0.
 *
 * @see <a href="https://devlake.apache.org/docs/DataModels/DevLakeDomainLayerSchema">Domain layer schema</a>
 */
final class Devlake implements Reader {

    static final String NAME = "devlake";

    private static final List<String> PULLS = List.of("id", "project_name", "pr_cycle_time", "pr_pickup_time");
    private static final List<String> DEPLOYMENTS = List.of("cicd_deployment_id", "result", "environment");
    private static final List<String> BETWEEN = List.of("id", "project_name", "deployment_id");
    private static final List<String> INCIDENTS = List.of("id", "created_date", "scope_id");
    private static final Exact MINUTE = Exact.of(60_000);

    private final Source source;
    private final Map<String, Line> pulls = new TreeMap<>();
    private final Map<String, Line> deployments = new TreeMap<>();
    private final Map<String, Line> incidents = new TreeMap<>();
    private final Map<String, Set<String>> projects = new HashMap<>();
    private final Set<String> failed = new HashSet<>();
    private boolean hasBetween;

    Devlake(Source source) {
        this.source = source;
    }

    @Override
    public List<String> missing(Set<String> columns) {
        for (List<String> table : List.of(PULLS, DEPLOYMENTS, BETWEEN, INCIDENTS)) {
            if (columns.containsAll(table)) {
                return List.of();
            }
        }
        List<String> missing = new ArrayList<>(PULLS);
        missing.removeIf(columns::contains);
        return missing;
    }

    @Override
    public void take(Line line) {
        if (line.has("pr_cycle_time")) {
            keep(
                    pulls,
                    line.text("id").orElse("") + " " + line.text("project_name").orElse(""),
                    line);
        } else if (line.has("cicd_deployment_id")) {
            // a deployment has a row for each of its commits
            keep(deployments, line.text("cicd_deployment_id").orElse(""), line);
        } else if (line.has("deployment_id")) {
            hasBetween = true;
            line.text("deployment_id").ifPresent(failed::add);
            line.text("project_name")
                    .ifPresent(
                            project -> projects.computeIfAbsent(line.text("id").orElse(""), none -> new HashSet<>())
                                    .add(project));
        } else {
            keep(incidents, line.text("id").orElse(""), line);
        }
    }

    /** Of rows with one key the first by place, whatever order files are read in. */
    private static void keep(Map<String, Line> lines, String key, Line line) {
        lines.merge(
                key,
                line,
                (one, other) -> one.origin().place().compareTo(other.origin().place()) <= 0 ? one : other);
    }

    @Override
    public void finish() {
        withoutTables();
        pulls.values().forEach(this::pull);
        deployments.forEach(this::deployment);
        incidents.forEach(this::incident);
    }

    /** What is in none of the tables that were given is not 0. */
    private void withoutTables() {
        if (pulls.isEmpty()) {
            List.of("lead", "merge-time", "first-review").forEach(source::withoutFigure);
        }
        if (deployments.isEmpty()) {
            source.withoutFigure("deploys");
        }
        if (deployments.isEmpty() || !hasBetween) {
            source.withoutFigure("failures");
        }
        if (incidents.isEmpty()) {
            source.withoutFigure("incident");
        }
        source.scopes(Claims.Kind.PROJECTS).forEach(source.tally()::expects);
    }

    private void pull(Line line) {
        Optional<ScopeKey> scope = source.scope(
                Claims.Kind.PROJECTS,
                line.origin().place(),
                line.text("project_name").map(List::of).orElse(List.of()));
        Optional<Instant> created = moment(line, "pr_created_date");
        Optional<Instant> merged = moment(line, "pr_merged_date");
        Optional<Instant> deployed = moment(line, "pr_deployed_date");
        if (scope.isEmpty()) {
            return;
        }
        if (created.isPresent() && merged.isPresent()) {
            source.tally()
                    .of(scope.get(), source.moments().month(merged.get()), "merge-time")
                    .duration(Math.max(
                            0, merged.get().toEpochMilli() - created.get().toEpochMilli()));
        }
        if (deployed.isPresent()) {
            minutes(line, "pr_cycle_time")
                    .ifPresent(time -> source.tally()
                            .of(scope.get(), source.moments().month(deployed.get()), "lead")
                            .duration(time));
        } else {
            source.leftOut().add("not-deployed", line.origin().place());
        }
        Optional<Instant> reviewed = moment(line, "first_comment_date").or(() -> merged);
        Optional<Long> pickup = minutes(line, "pr_pickup_time");
        if (pickup.isPresent() && reviewed.isPresent()) {
            source.tally()
                    .of(scope.get(), source.moments().month(reviewed.get()), "first-review")
                    .duration(pickup.get());
        }
    }

    private void deployment(String id, Line line) {
        boolean success = line.text("result")
                .filter(text -> text.equalsIgnoreCase("SUCCESS"))
                .isPresent();
        boolean production = line.text("environment")
                .filter(text -> text.toUpperCase(Locale.ROOT).equals("PRODUCTION"))
                .isPresent();
        Optional<Instant> at = moment(line, "finished_date")
                .or(() -> moment(line, "started_date"))
                .or(() -> moment(line, "created_date"));
        if (!success || !production) {
            source.leftOut()
                    .add(
                            success ? "not-production" : "not-successful",
                            line.origin().place());
            return;
        }
        List<String> names = new ArrayList<>();
        line.text("repo_url").ifPresent(names::add);
        line.text("cicd_scope_id").ifPresent(names::add);
        Optional<ScopeKey> scope = source.find(Claims.Kind.REPOSITORIES, names)
                .or(() -> source.scope(Claims.Kind.PROJECTS, line.origin().place(), names));
        if (scope.isPresent() && at.isPresent()) {
            source.tally()
                    .of(scope.get(), source.moments().month(at.get()), "deploys")
                    .hit(true);
            if (hasBetween) {
                source.tally()
                        .of(scope.get(), source.moments().month(at.get()), "failures")
                        .hit(failed.contains(id));
            }
        }
    }

    private void incident(String id, Line line) {
        List<String> names = new ArrayList<>(projects.getOrDefault(id, Set.of()));
        Collections.sort(names);
        line.text("scope_id").ifPresent(names::add);
        Optional<Instant> at = moment(line, "created_date");
        Optional<ScopeKey> scope =
                source.scope(Claims.Kind.PROJECTS, line.origin().place(), names);
        if (scope.isPresent() && at.isPresent()) {
            source.tally()
                    .of(scope.get(), source.moments().month(at.get()), "incident")
                    .hit(true);
        }
    }

    private Optional<Instant> moment(Line line, String column) {
        Optional<Instant> moment = line.text(column).flatMap(Moments::of);
        moment.ifPresent(source.coverage()::sees);
        return moment;
    }

    private static Optional<Long> minutes(Line line, String column) {
        return line.text(column)
                .flatMap(Amounts::of)
                .filter(minutes -> minutes.signum() >= 0)
                .map(minutes -> minutes.times(MINUTE).rounded(0).longValue());
    }
}
