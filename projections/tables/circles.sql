-- circles: which take did the orchestrator choose for a part?
-- Grain:    one row for each production, character and scene of which the orchestrator circled a take
-- Reads:    TakeCircled
-- Asked by: the table of performances
-- Rows:     replaced whole
-- Key:      character, scene
-- Columns:
--   character: Who is played.
--   scene: The scene that is played.
--   take: The take that was circled; played anew since, it is another.
--   chosen: Number of the event that chose it.
CREATE TABLE circles_history (
    stream VARCHAR, event BIGINT, position BIGINT, character VARCHAR, scene VARCHAR, take BIGINT, chosen BIGINT
);

INSERT INTO circles_history BY NAME
SELECT stream, number AS event, position, number AS chosen, unnest(from_json(fact, '{
    "character": "VARCHAR", "scene": "VARCHAR", "take": "BIGINT"}'))
FROM batch
WHERE type = 'TakeCircled';
