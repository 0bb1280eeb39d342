-- broadcasts: what did the orchestrator tell the whole crew?
-- Grain:    one row for each production and word of the orchestrator's
-- Reads:    VisionStated, IdeaStated, ConstraintImposed, BroadcastSent
-- Asked by: `cineledger why`
-- Rows:     set once
-- Key:      number
-- Columns:
--   number: The event's number.
--   kind: vision (the latest holds), idea, constraint (all hold) or broadcast.
--   text: The orchestrator's words.
--   role: Who said it.
CREATE TABLE broadcasts_history (
    stream VARCHAR, event BIGINT, position BIGINT, number BIGINT, kind VARCHAR, text VARCHAR, role VARCHAR
);

INSERT INTO broadcasts_history BY NAME
SELECT stream, number AS event, position, number, actor AS role, fact->>'text' AS text,
       CASE type WHEN 'VisionStated' THEN 'vision' WHEN 'IdeaStated' THEN 'idea'
                 WHEN 'ConstraintImposed' THEN 'constraint' ELSE 'broadcast' END AS kind
FROM batch
WHERE type IN ('VisionStated', 'IdeaStated', 'ConstraintImposed', 'BroadcastSent');
