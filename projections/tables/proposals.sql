-- proposals: what was put forward, and what became of it?
-- Grain:    one row for each production and proposal
-- Reads:    ProposalMade, AlternativeOffered, ProposalApproved, ProposalRejected, QuestionReopened
-- Asked by: `cineledger why`
-- Rows:     set column by column
-- Key:      number
-- Columns:
--   number: The proposal's number, by which it is called.
--   question: The question it answers.
--   role: Who made it.
--   kind: made, or alternative for a rival.
--   rival: The proposal it would replace.
--   option: What it puts forward, as JSON.
--   description: What it puts forward, in a line.
--   criterion: The role's criterion that the reason is tied to.
--   reason: Why, in the role's own words.
--   status: live, rejected or approved; an approved one is live again once its question is reopened.
CREATE TABLE proposals_history (
    stream VARCHAR, event BIGINT, position BIGINT, number BIGINT, question BIGINT, role VARCHAR, kind VARCHAR,
    rival BIGINT, option JSON, description VARCHAR, criterion VARCHAR, reason VARCHAR, status VARCHAR
);

INSERT INTO proposals_history BY NAME
SELECT stream, event, position, f.* EXCLUDE (proposal), coalesce(f.proposal, event) AS number,
       CASE WHEN f.proposal IS NULL THEN actor END AS role,
       CASE type WHEN 'ProposalMade' THEN 'made' WHEN 'AlternativeOffered' THEN 'alternative' END AS kind,
       CASE o.kind WHEN 'approach' THEN o.statement
                   WHEN 'shot' THEN o.spec.description
                   WHEN 'revision' THEN o.shot || ' as ' || o.spec.description
                   WHEN 'outline' THEN len(o.scenes) || ' scenes: '
                        || array_to_string([s.heading FOR s IN o.scenes], '; ') END AS description,
       CASE type WHEN 'ProposalApproved' THEN 'approved' WHEN 'ProposalRejected' THEN 'rejected' ELSE 'live' END AS status
FROM (
    SELECT *, from_json(f.option, '{"kind": "VARCHAR", "statement": "VARCHAR", "shot": "VARCHAR",
        "spec": {"description": "VARCHAR"}, "scenes": [{"heading": "VARCHAR"}]}') AS o
    FROM (
        SELECT stream, number AS event, position, type, actor, from_json(fact, '{"question": "BIGINT",
            "rival": "BIGINT", "proposal": "BIGINT", "option": "JSON", "criterion": "VARCHAR", "reason": "VARCHAR"}') AS f
        FROM batch
        WHERE type IN ('ProposalMade', 'AlternativeOffered', 'ProposalApproved', 'ProposalRejected')
    )
);

-- The proposal approved before, along the lineage, is live again when its question is reopened or another is approved.
INSERT INTO proposals_history BY NAME
SELECT b.stream, b.number AS event, b.position, arg_max(p.number, p.event) AS number, 'live' AS status
FROM batch b
JOIN slices s ON s.production = b.stream
JOIN proposals_history p ON p.stream = s.stream AND p.event BETWEEN s.first AND s.last AND p.event < b.number
    AND p.question = (b.fact->>'question')::BIGINT AND p.status = 'approved'
WHERE b.type IN ('QuestionReopened', 'ProposalApproved')
GROUP BY b.stream, b.number, b.position, b.fact
HAVING arg_max(p.number, p.event) IS DISTINCT FROM (b.fact->>'proposal')::BIGINT;
