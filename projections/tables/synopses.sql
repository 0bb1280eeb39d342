-- synopses: what happens in each scene that the writer wrote from an outline?
-- Grain:    one row for each production and scene that was written from its outline
-- Reads:    SceneDrafted
-- Asked by: the writer, the director
-- Rows:     replaced whole
-- Key:      scene
-- Columns:
--   scene: The scene that was written.
--   place: Its place in the outline, counted from 1.
--   of: How many scenes the outline has.
--   synopsis: What happens in it, in a sentence.
--   question: The question that decided the outline.
CREATE TABLE synopses_history (
    stream VARCHAR, event BIGINT, position BIGINT, scene VARCHAR, place BIGINT, "of" BIGINT, synopsis VARCHAR,
    question BIGINT
);

INSERT INTO synopses_history BY NAME
SELECT stream, number AS event, position, unnest(from_json(fact, '{
    "scene": "VARCHAR", "place": "BIGINT", "of": "BIGINT", "synopsis": "VARCHAR", "question": "BIGINT"}'))
FROM batch
WHERE type = 'SceneDrafted';
