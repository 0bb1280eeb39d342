-- proposals: what was put forward, and what became of it?
-- Grain:    one row for each production and proposal
-- Reads:    ProposalMade, AlternativeOffered, ProposalAmended, ProposalWithdrawn, ProposalApproved, ProposalRejected,
--           QuestionReopened
-- Asked by: `cineledger why`
-- Rows:     set column by column
-- Key:      number
-- Columns:
--   number: The proposal's number, by which it is called.
--   question: The question it answers.
--   role: Who made it.
--   kind: made, alternative for a rival, or amendment for another version of a proposal.
--   rival: The proposal it would replace.
--   amends: The version before, null where it is no amendment.
--   answers: The objections that an amendment is meant to answer.
--   option: What it puts forward, as JSON.
--   description: What it puts forward, in a line.
--   criterion: The role's criterion that the reason is tied to.
--   reason: Why, in the role's own words.
--   status: live, rejected, approved, amended (into another version) or withdrawn; an approved one is live again once its
--           question is reopened.
CREATE TABLE proposals_history (
    stream VARCHAR, event BIGINT, position BIGINT, number BIGINT, question BIGINT, role VARCHAR, kind VARCHAR,
    rival BIGINT, amends BIGINT, answers BIGINT[], option JSON, description VARCHAR, criterion VARCHAR, reason VARCHAR, status VARCHAR
);

INSERT INTO proposals_history BY NAME
SELECT stream, event, position, f.* EXCLUDE (proposal, criterion, reason),
       CASE WHEN tabled THEN event ELSE f.proposal END AS number,
       CASE WHEN tabled THEN actor END AS role,
       CASE WHEN tabled THEN f.criterion END AS criterion,
       CASE WHEN tabled THEN f.reason END AS reason,
       CASE type WHEN 'ProposalAmended' THEN f.proposal END AS amends,
       CASE type WHEN 'ProposalMade' THEN 'made' WHEN 'AlternativeOffered' THEN 'alternative'
                 WHEN 'ProposalAmended' THEN 'amendment' END AS kind,
       CASE o.kind WHEN 'approach' THEN o.statement WHEN 'choice' THEN o.statement WHEN 'trade_off' THEN o.statement WHEN 'identity' THEN o.statement
                   WHEN 'shot' THEN o.spec.description
                   WHEN 'revision' THEN o.shot || ' as ' || o.spec.description
                   WHEN 'outline' THEN len(o.scenes) || ' scenes: '
                        || array_to_string([s.heading FOR s IN o.scenes], '; ')
                   WHEN 'scene_text' THEN len(o.lines) || ' lines, '
                        || len([l FOR l IN o.lines IF l.kind = 'dialogue']) || ' of them spoken'
                        || coalesce(', ending on “' || [l.text FOR l IN o.lines IF l.kind = 'dialogue'][-1] || '”', '')
                   WHEN 'alias' THEN o.names[1] || ' and ' || o.names[2]
                        || coalesce(' are one character, ' || o.keep, ' are two characters') END AS description,
       CASE type WHEN 'ProposalApproved' THEN 'approved' WHEN 'ProposalRejected' THEN 'rejected'
                 WHEN 'ProposalWithdrawn' THEN 'withdrawn' ELSE 'live' END AS status
FROM (
    SELECT *, type IN ('ProposalMade', 'AlternativeOffered', 'ProposalAmended') AS tabled, from_json(f.option, '{"kind": "VARCHAR", "statement": "VARCHAR", "shot": "VARCHAR",
        "spec": {"description": "VARCHAR"}, "scenes": [{"heading": "VARCHAR"}], "lines": [{"kind": "VARCHAR", "text": "VARCHAR"}],
        "names": ["VARCHAR"], "keep": "VARCHAR"}') AS o
    FROM (
        SELECT stream, number AS event, position, type, actor, from_json(fact, '{"question": "BIGINT",
            "rival": "BIGINT", "proposal": "BIGINT", "answers": ["BIGINT"], "option": "JSON", "criterion": "VARCHAR", "reason": "VARCHAR"}') AS f
        FROM batch
        WHERE type IN ('ProposalMade', 'AlternativeOffered', 'ProposalAmended', 'ProposalWithdrawn', 'ProposalApproved',
                       'ProposalRejected')
    )
);

-- The version before an amendment.
INSERT INTO proposals_history BY NAME
SELECT stream, number AS event, position, (fact->>'proposal')::BIGINT AS number, 'amended' AS status
FROM batch
WHERE type = 'ProposalAmended';

-- The proposal that held until then, along the lineage, is live again when its question is reopened or another approved;
-- what drifted is rejected then.
-- Tables are filled in the order of their names, so decisions_history and events_history hold this batch already.
INSERT INTO proposals_history BY NAME
SELECT b.stream, b.number AS event, b.position,
       CASE WHEN b.fact->>'without' IS NULL THEN 'live' ELSE 'rejected' END AS status, arg_max_null(e.proposal, e.event) AS number
FROM batch b
JOIN slices s ON s.production = b.stream
JOIN (
    SELECT stream, event, question, proposal FROM decisions_history
    UNION ALL
    SELECT stream, event, question, NULL FROM events_history WHERE type = 'QuestionReopened'
) e ON e.stream = s.stream AND e.event BETWEEN s.first AND s.last AND e.event < b.number
    AND e.question = (b.fact->>'question')::BIGINT
WHERE b.type IN ('ProposalApproved', 'QuestionReopened')
GROUP BY b.stream, b.number, b.position, b.fact
HAVING arg_max_null(e.proposal, e.event) IS NOT NULL
   AND arg_max_null(e.proposal, e.event) IS DISTINCT FROM (b.fact->>'proposal')::BIGINT;
