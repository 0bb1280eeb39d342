-- themes: what is the film about, as far as its words say it?
-- Grain:    one row for each production and theme
-- Reads:    ThemeFound, WorkStruck
-- Asked by: the showrunner, the composer, `cineledger bible`
-- Rows:     replaced together by theme
-- Key:      theme
-- Columns:
--   theme: What it is called.
--   words: The words it was found by, as the script has them.
--   weight: Its share of all that was found, 0 to 1.
--   showings: How many lines are cited for it.
--   across: Which episodes it carries over.
--   reason: Why it is one, and whether it was decided to be the film's.
CREATE TABLE themes_history (
    stream VARCHAR, event BIGINT, position BIGINT, theme VARCHAR, words VARCHAR[], weight DOUBLE, showings BIGINT,
    across VARCHAR[], reason VARCHAR, removed BOOLEAN
);

INSERT INTO themes_history BY NAME
SELECT stream, event, position, false AS removed, f.* EXCLUDE (showings), len(f.showings) AS showings
FROM (
    SELECT stream, number AS event, position, from_json(fact, '{
        "theme": "VARCHAR", "words": ["VARCHAR"], "weight": "DOUBLE", "showings": ["JSON"], "across": ["VARCHAR"],
        "reason": "VARCHAR"}') AS f
    FROM batch
    WHERE type = 'ThemeFound'
);

INSERT INTO themes_history BY NAME
SELECT stream, number AS event, position, true AS removed, fact->>'key' AS theme
FROM batch
WHERE type = 'WorkStruck' AND fact->>'work' = 'ThemeFound';
