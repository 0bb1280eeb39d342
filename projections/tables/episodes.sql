-- episodes: which episodes does a series have, and which cut of each counts?
-- Grain:    one row for each series and episode
-- Reads:    EpisodePlaced, EpisodeTaken
-- Asked by: `cineledger series`, `cineledger productions`
-- Rows:     set column by column
-- Key:      episode
-- Columns:
--   episode: What it is called, as S1E2.
--   season: Its season, counted from 1.
--   number: Its count in the season, from 1.
--   cut: The production that counts as this episode: the one that was placed, or the fork of it that was taken in.
--   title: The episode's title.
--   placed: Number of the event that gave it its place.
--   taken: Number of the event in which it was last taken in, null where it never was.
--   read_at: The last event of the production that was read for that.
CREATE TABLE episodes_history (
    stream VARCHAR, event BIGINT, position BIGINT, episode VARCHAR, season BIGINT, number BIGINT, cut VARCHAR,
    title VARCHAR, placed BIGINT, taken BIGINT, read_at BIGINT
);

INSERT INTO episodes_history BY NAME
SELECT stream, event, position, 'S' || f.season || 'E' || f.number AS episode, f.season, f.number, f.production AS cut,
       f.title, f.at AS read_at, CASE type WHEN 'EpisodePlaced' THEN event END AS placed,
       CASE type WHEN 'EpisodeTaken' THEN event END AS taken
FROM (
    SELECT stream, number AS event, position, type, from_json(fact, '{
        "production": "VARCHAR", "season": "BIGINT", "number": "BIGINT", "title": "VARCHAR", "at": "BIGINT"}') AS f
    FROM batch
    WHERE type IN ('EpisodePlaced', 'EpisodeTaken')
);
