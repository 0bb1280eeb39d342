-- episode_themes: which themes show in the episodes of a series?
-- Grain:    one row for each series, episode and theme
-- Reads:    EpisodeTaken
-- Asked by: `cineledger series`, the showrunner
-- Rows:     replaced together by episode
-- Key:      episode, theme
-- Columns:
--   episode: The episode, as S1E2.
--   theme: What it is called.
--   weight: Its share of what the episode is about, 0 to 1.
--   showings: In how many lines it shows.
--   quote: The line that holds most of it.
--   source: Address of the episode's own event that says so; ask `why` of it.
CREATE TABLE episode_themes_history (
    stream VARCHAR, event BIGINT, position BIGINT, episode VARCHAR, theme VARCHAR, weight DOUBLE, showings BIGINT, quote VARCHAR, source VARCHAR,
    removed BOOLEAN
);

INSERT INTO episode_themes_history BY NAME
SELECT stream, event, position, episode, unnest(c), c IS NULL AS removed
FROM (
    SELECT stream, event, position, 'S' || f.season || 'E' || f.number AS episode,
           unnest(CASE WHEN len(f.themes) > 0 THEN f.themes ELSE [NULL] END) AS c
    FROM (
        SELECT stream, number AS event, position, from_json(fact, '{
            "season": "BIGINT", "number": "BIGINT", "themes": [
            {"theme": "VARCHAR", "weight": "DOUBLE", "showings": "BIGINT", "quote": "VARCHAR", "source": "VARCHAR"}]}') AS f
        FROM batch
        WHERE type = 'EpisodeTaken'
    )
);
