-- episode_people: who was in the episodes of a series, and what became of them?
-- Grain:    one row for each series, episode and person who speaks
-- Reads:    EpisodeTaken
-- Asked by: `cineledger series`, the showrunner
-- Rows:     replaced together by episode
-- Key:      episode, character
-- Columns:
--   episode: The episode, as S1E2.
--   character: Her name on the cue.
--   speeches: How many speeches she has.
--   fate: dead or gone, empty where she goes on.
--   quote: The line that says so.
--   source: Address of the episode's own event that says so; ask `why` of it.
CREATE TABLE episode_people_history (
    stream VARCHAR, event BIGINT, position BIGINT, episode VARCHAR, character VARCHAR, speeches BIGINT, fate VARCHAR, quote VARCHAR, source VARCHAR,
    removed BOOLEAN
);

INSERT INTO episode_people_history BY NAME
SELECT stream, event, position, episode, unnest(c), c IS NULL AS removed
FROM (
    SELECT stream, event, position, 'S' || f.season || 'E' || f.number AS episode,
           unnest(CASE WHEN len(f.people) > 0 THEN f.people ELSE [NULL] END) AS c
    FROM (
        SELECT stream, number AS event, position, from_json(fact, '{
            "season": "BIGINT", "number": "BIGINT", "people": [
            {"character": "VARCHAR", "speeches": "BIGINT", "fate": "VARCHAR", "quote": "VARCHAR", "source": "VARCHAR"}]}') AS f
        FROM batch
        WHERE type = 'EpisodeTaken'
    )
);
