-- allotments: what was allotted or granted, and by whom?
-- Grain:    one row for each production and limit that was set; the last of each kind holds
-- Reads:    MoneyAllotted, DaysAllotted, ResourceGranted
-- Asked by: the producer, the orchestrator
-- Rows:     set once
-- Key:      number
-- Columns:
--   number: The event's number.
--   actor: Who set it; the producer carries out what was decided.
--   kind: allotted, or granted by a decision.
--   amount: What the film may cost from then on; empty where nothing is said of it.
--   days: How many days may be shot from then on; empty where nothing is said of them.
--   question: The question that was decided so; empty for what was allotted.
CREATE TABLE allotments_history (
    stream VARCHAR, event BIGINT, position BIGINT, number BIGINT, actor VARCHAR, kind VARCHAR, amount DECIMAL(24, 2),
    days BIGINT, question BIGINT
);

INSERT INTO allotments_history BY NAME
SELECT stream, number AS event, position, number, actor,
       CASE type WHEN 'ResourceGranted' THEN 'granted' ELSE 'allotted' END AS kind, unnest(from_json(fact, '{
    "amount": "DECIMAL(24,2)", "days": "BIGINT", "question": "BIGINT"}'))
FROM batch
WHERE type IN ('MoneyAllotted', 'DaysAllotted', 'ResourceGranted');
