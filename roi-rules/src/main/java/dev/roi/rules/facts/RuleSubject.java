package dev.roi.rules.facts;

/** What the rules of a file are about. */
public enum RuleSubject {
    /** One scope and month: its decision. */
    SCOPE,
    /** The scopes of a portfolio together: what is noted of them, whatever each one's decision is. */
    PORTFOLIO
}
