-- series: which productions are episodes, and of what?
-- Grain:    one row for each production that is an episode, forks included
-- Reads:    SeriesJoined, SeriesBibleTaken, SeriesWordsTaken
-- Asked by: `cineledger productions`, `cineledger sql`
-- Rows:     set column by column
-- Key:
-- Columns:
--   series: The series it is an episode of.
--   episode: What it is called there, as S1E2.
--   season: Its season, counted from 1.
--   number: Its count in the season, from 1.
--   placed: Number of the series' event that gave it its place.
--   bible_at: The last event of the series that was read when it last took something over from there.
CREATE TABLE series_history (
    stream VARCHAR, event BIGINT, position BIGINT, series VARCHAR, episode VARCHAR, season BIGINT, number BIGINT,
    placed BIGINT, bible_at BIGINT
);

INSERT INTO series_history BY NAME
SELECT stream, event, position, f.series, f.season, f.number, f.placed, f.at AS bible_at,
       CASE type WHEN 'SeriesJoined' THEN 'S' || f.season || 'E' || f.number END AS episode
FROM (
    SELECT stream, number AS event, position, type, from_json(fact, '{
        "series": "VARCHAR", "season": "BIGINT", "number": "BIGINT", "placed": "BIGINT", "at": "BIGINT"}') AS f
    FROM batch
    WHERE type IN ('SeriesJoined', 'SeriesBibleTaken', 'SeriesWordsTaken')
);
