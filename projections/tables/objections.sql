-- objections: who stood against what, and why?
-- Grain:    one row for each production and objection
-- Reads:    ObjectionRaised, ObjectionWithdrawn
-- Asked by: `cineledger why`, leads
-- Rows:     set column by column
-- Key:      number
-- Columns:
--   number: The objection's number.
--   question: The question under debate.
--   proposal: The proposal it was raised against; what that was amended into is in proposals.amends.
--   role: Who objects.
--   criterion: The role's criterion that the reason is tied to.
--   reason: Why, in the role's own words.
--   blocking: True when the character would break: the lead can't overrule it, the orchestrator can.
--   status: standing, or withdrawn by who raised it.
--   withdrawn: Why it was withdrawn, in the role's own words; null where it was not.
CREATE TABLE objections_history (
    stream VARCHAR, event BIGINT, position BIGINT, number BIGINT, question BIGINT, proposal BIGINT, role VARCHAR,
    criterion VARCHAR, reason VARCHAR, blocking BOOLEAN, status VARCHAR, withdrawn VARCHAR
);

INSERT INTO objections_history BY NAME
SELECT stream, event, position, f.* EXCLUDE (objection, proposal, criterion, reason), coalesce(f.objection, event) AS number,
       CASE WHEN f.objection IS NULL THEN actor END AS role,
       CASE WHEN f.objection IS NULL THEN f.proposal END AS proposal,
       CASE WHEN f.objection IS NULL THEN f.criterion END AS criterion,
       CASE WHEN f.objection IS NULL THEN f.reason END AS reason,
       CASE WHEN f.objection IS NULL THEN 'standing' ELSE 'withdrawn' END AS status,
       CASE WHEN f.objection IS NOT NULL THEN f.reason END AS withdrawn
FROM (
    SELECT stream, number AS event, position, actor, from_json(fact, '{
        "question": "BIGINT", "proposal": "BIGINT", "criterion": "VARCHAR", "reason": "VARCHAR", "blocking": "BOOLEAN",
        "objection": "BIGINT"}') AS f
    FROM batch
    WHERE type IN ('ObjectionRaised', 'ObjectionWithdrawn')
);
