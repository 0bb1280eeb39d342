-- minds: who thinks for whom?
-- Grain:    one row for each production and role that a mind was assigned to; whoever has none has the house mind
-- Reads:    MindAssigned
-- Asked by: `cineledger crew`
-- Rows:     replaced whole
-- Key:      role
-- Columns:
--   role: A role on the roster; `cast` for every cast member without one of its own, `everybody` for all others.
--   mind: house, claude or human.
--   model: The model of it, empty for the mind's usual one.
CREATE TABLE minds_history (
    stream VARCHAR, event BIGINT, position BIGINT, role VARCHAR, mind VARCHAR, model VARCHAR
);

INSERT INTO minds_history BY NAME
SELECT stream, number AS event, position,
       unnest(from_json(fact, '{"role": "VARCHAR", "mind": "VARCHAR", "model": "VARCHAR"}'))
FROM batch
WHERE type = 'MindAssigned';
