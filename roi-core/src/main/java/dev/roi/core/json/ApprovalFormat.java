package dev.roi.core.json;

import static dev.roi.core.format.Field.field;
import static dev.roi.core.format.Field.maybe;
import static dev.roi.core.format.Shape.list;
import static dev.roi.core.format.Shape.object;
import static dev.roi.core.format.Shape.whole;
import static dev.roi.core.json.Nouns.HASH;
import static dev.roi.core.json.Nouns.LANGUAGE;
import static dev.roi.core.json.Nouns.MOMENT;
import static dev.roi.core.json.Nouns.MONTH;
import static dev.roi.core.json.Nouns.POLICY;
import static dev.roi.core.json.Nouns.TEXT;
import static dev.roi.core.json.Nouns.made;

import dev.roi.core.Approval;
import dev.roi.core.Approvals.Recorded;
import dev.roi.core.Hash;
import dev.roi.core.PolicyLog;
import dev.roi.core.PolicyRef;
import dev.roi.core.format.Field;
import dev.roi.core.format.Format;
import dev.roi.core.format.Shape;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;

/** Approvals of policies, and the log of a policy, which is written and not read back: {@code roi-policy-log/1}. */
final class ApprovalFormat {

    private static final Field<Approval.Change, PolicyRef> BEFORE =
            field("before", "The policy that it was compared with.", POLICY, Approval.Change::before);
    private static final Field<Approval.Change, Hash> DIGEST = field(
            "digest",
            "SHA-256 of the comparison: a document `roi-diff/1` without a history, in English or else in the first language "
                    + "of the approved policy that both speak.",
            HASH,
            Approval.Change::digest);

    private static final Shape<Approval.Change> CHANGE = object(
            "The change that was approved.",
            read -> made(read, () -> new Approval.Change(read.get(BEFORE), read.get(DIGEST))),
            BEFORE,
            DIGEST);

    private static final Field<Approval, PolicyRef> APPROVED =
            field("policy", "The version that was approved.", POLICY, Approval::policy);
    private static final Field<Approval, Instant> AT = field("at", "When, in UTC.", MOMENT, Approval::at);
    private static final Field<Approval, String> BY = field("by", "Who approved it.", TEXT, Approval::by);
    private static final Field<Approval, String> REASON = field("reason", "Why.", TEXT, Approval::reason);
    private static final Field<Approval, YearMonth> FROM =
            field("from", "The first month that it applies to.", MONTH, Approval::from);
    private static final Field<Approval, String> LIBRARY =
            field("library", "The version of the library that recorded it.", TEXT, Approval::library);
    private static final Field<Approval, Optional<Approval.Change>> CHANGED =
            maybe("change", "The change that was approved; left out for the first version.", CHANGE, Approval::change);

    /** One person's approval. */
    static final Shape<Approval> APPROVAL = object(
            "One person's approval of one version of a policy.",
            read -> made(
                    read,
                    () -> new Approval(
                            read.get(APPROVED),
                            read.get(AT),
                            read.get(BY),
                            read.get(REASON),
                            read.get(FROM),
                            read.get(LIBRARY),
                            read.get(CHANGED))),
            APPROVED,
            AT,
            BY,
            REASON,
            FROM,
            LIBRARY,
            CHANGED);

    private static final Shape<Recorded> RECORDED = object(
            "An approval on record.",
            field("entry", "Its number in its ledger.", whole(1), Recorded::entry),
            field("approval", "The approval.", APPROVAL, Recorded::approval));

    private static final Shape<PolicyLog.Version> VERSION = object(
            "A version, with the approvals that it got in a row.",
            field("policy", "The version.", POLICY, PolicyLog.Version::policy),
            field("approvals", "Its approvals.", list(RECORDED), PolicyLog.Version::approvals),
            field(
                    "diff",
                    "What it changed against the version before; null for the first.",
                    DiffFormat.FORMAT.orNull(),
                    PolicyLog.Version::diff),
            field(
                    "unlike",
                    "The approvals, by entry, whose comparison comes out otherwise today.",
                    list(whole(1)),
                    PolicyLog.Version::unlike));

    /** The log of a policy. */
    static final Format<PolicyLog> LOG = Format.growing(
            "roi-policy-log/1",
            "Log of a policy",
            object(
                    "The approved versions of a policy. Every key named here is always there, null where there is nothing to "
                            + "say; keys may be added.",
                    Format.says("roi-policy-log/1"),
                    field("policy", "The policy.", Nouns.POLICY_NAME, PolicyLog::policy),
                    field("language", "The language of words and numbers.", LANGUAGE, PolicyLog::language),
                    field(
                            "versions",
                            "Its approved versions, the earliest first. One that was returned to is there again.",
                            list(VERSION),
                            PolicyLog::versions)));

    private ApprovalFormat() {}
}
