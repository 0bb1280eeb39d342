-- episode_arcs: what way did each main character go through each episode of a series?
-- Grain:    one row for each series, episode and main character
-- Reads:    EpisodeTaken
-- Asked by: `cineledger series`, the showrunner
-- Rows:     replaced together by episode
-- Key:      episode, character
-- Columns:
--   episode: The episode, as S1E2.
--   character: Whose arc it is.
--   shape: The arc's shape, as in `arcs`.
--   wants: What the lines say she wants.
--   begins: What she feels as the episode begins, with the line.
--   ends: What she feels as it ends, with the line.
--   begun: The former from -1, misery, to 1, joy; null where unknown.
--   ended: The latter likewise.
--   source: Address of the episode's own event that says so; ask `why` of it.
CREATE TABLE episode_arcs_history (
    stream VARCHAR, event BIGINT, position BIGINT, episode VARCHAR, character VARCHAR, shape VARCHAR, wants VARCHAR, begins VARCHAR, ends VARCHAR, begun DOUBLE, ended DOUBLE, source VARCHAR,
    removed BOOLEAN
);

INSERT INTO episode_arcs_history BY NAME
SELECT stream, event, position, episode, unnest(c), c IS NULL AS removed
FROM (
    SELECT stream, event, position, 'S' || f.season || 'E' || f.number AS episode,
           unnest(CASE WHEN len(f.arcs) > 0 THEN f.arcs ELSE [NULL] END) AS c
    FROM (
        SELECT stream, number AS event, position, from_json(fact, '{
            "season": "BIGINT", "number": "BIGINT", "arcs": [
            {"character": "VARCHAR", "shape": "VARCHAR", "wants": "VARCHAR", "begins": "VARCHAR", "ends": "VARCHAR", "begun": "DOUBLE", "ended": "DOUBLE", "source": "VARCHAR"}]}') AS f
        FROM batch
        WHERE type = 'EpisodeTaken'
    )
);
