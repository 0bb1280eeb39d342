-- decisions: what was decided, by whom, under which authority?
-- Grain:    one row for each production and approval; a question that is reopened is decided again
-- Reads:    ProposalApproved
-- Asked by: `cineledger export`, `cineledger diff`
-- Rows:     set once
-- Key:      number
-- Columns:
--   number: Number of the approval.
--   question: The question it decided.
--   subject: What the question is about, as policy names it.
--   scene: The scene it concerns, null for the whole film.
--   beat: The beat it concerns.
--   characters: The names it is about, empty where it is not about names.
--   proposal: The proposal that holds.
--   description: What was decided, in a line.
--   authority: autonomous, consensus, ruling, standing_order or orchestrator.
--   standing_order: Number of the order that approved it, null where none did.
--   note: What was said with it.
--   content: SHA-256 over what it was given for: the proposal, and what that is about as it stood; null where it was not kept.
--   voided: Number of the event that ended it, since what was approved was touched; null while nothing touched it.
--   role: Who approved it.
CREATE TABLE decisions_history (
    stream VARCHAR, event BIGINT, position BIGINT, number BIGINT, question BIGINT, proposal BIGINT, authority VARCHAR,
    standing_order BIGINT, note VARCHAR, content VARCHAR, role VARCHAR
);

INSERT INTO decisions_history BY NAME
SELECT stream, number AS event, position, number, actor AS role, nullif(f.content, '') AS content, f.* EXCLUDE (content)
FROM (
    SELECT stream, number, position, type, actor, from_json(fact, '{
        "question": "BIGINT", "proposal": "BIGINT", "authority": "VARCHAR", "standing_order": "BIGINT",
        "note": "VARCHAR", "content": "VARCHAR"}') AS f
    FROM batch
    WHERE type = 'ProposalApproved'
);

SELECT r.*, q.subject, q.scene, q.beat, q.characters, p.description, v.number AS voided
FROM rows r
LEFT JOIN questions_at(production, number) q ON q.production = r.production AND q.number = r.question
LEFT JOIN proposals_at(production, number) p ON p.production = r.production AND p.number = r.proposal
LEFT JOIN voided_approvals_at(production, number) v ON v.production = r.production AND v.decision = r.number;
