-- running_themes: what does a series keep coming back to?
-- Grain:    one row for each series and theme
-- Reads:    RunningThemeFound, WorkStruck
-- Asked by: `cineledger series`, the showrunner
-- Rows:     replaced together by theme
-- Key:      theme
-- Columns:
--   theme: What it is called.
--   decided: True where it was decided that the series is about this.
--   weight: Its mean share of what the episodes are about, 0 to 1.
--   episodes: The episodes it shows in.
--   missing: Seasons it is gone from after it was there.
--   reason: Why it is one.
CREATE TABLE running_themes_history (
    stream VARCHAR, event BIGINT, position BIGINT, theme VARCHAR, decided BOOLEAN, weight DOUBLE, episodes VARCHAR[],
    missing VARCHAR[], reason VARCHAR, removed BOOLEAN
);

INSERT INTO running_themes_history BY NAME
SELECT stream, event, position, false AS removed, f.* EXCLUDE (episodes), [e.episode FOR e IN f.episodes] AS episodes
FROM (
    SELECT stream, number AS event, position, from_json(fact, '{
        "theme": "VARCHAR", "decided": "BOOLEAN", "weight": "DOUBLE", "episodes": [{"episode": "VARCHAR"}],
        "missing": ["VARCHAR"], "reason": "VARCHAR"}') AS f
    FROM batch
    WHERE type = 'RunningThemeFound'
);

INSERT INTO running_themes_history BY NAME
SELECT stream, number AS event, position, true AS removed, fact->>'key' AS theme
FROM batch
WHERE type = 'WorkStruck' AND fact->>'work' = 'RunningThemeFound';
