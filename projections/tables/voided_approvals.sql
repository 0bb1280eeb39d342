-- voided_approvals: what was approved by the orchestrator and holds no more, since it was touched?
-- Grain:    one row for each production and approval that was touched
-- Reads:    ApprovalVoided
-- Asked by: `cineledger inbox`, the audits
-- Rows:     set once
-- Key:      number
-- Columns:
--   number: Number of the event that says so.
--   question: The question that was decided.
--   decision: Number of the approval.
--   was: SHA-256 over what was approved.
--   now: The same over what it is now.
--   reason: What changed.
--   touched: Number of the event that changed it.
--   role: Who changed it.
CREATE TABLE voided_approvals_history (
    stream VARCHAR, event BIGINT, position BIGINT, number BIGINT, question BIGINT, decision BIGINT, was VARCHAR,
    now VARCHAR, reason VARCHAR, touched BIGINT, role VARCHAR
);

INSERT INTO voided_approvals_history BY NAME
SELECT stream, number AS event, position, number, actor AS role, unnest(from_json(fact, '{
    "question": "BIGINT", "decision": "BIGINT", "was": "VARCHAR", "now": "VARCHAR", "reason": "VARCHAR",
    "touched": "BIGINT"}'))
FROM batch
WHERE type = 'ApprovalVoided';
