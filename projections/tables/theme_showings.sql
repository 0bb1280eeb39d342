-- theme_showings: in which lines do the themes show?
-- Grain:    one row for each production, theme and line
-- Reads:    ThemeFound, WorkStruck
-- Asked by: the writer, the director, `cineledger sql`
-- Rows:     replaced together by theme
-- Key:      theme, showing
-- Columns:
--   theme: What it is called.
--   showing: The line's count among those cited, from 1.
--   scene: The scene it is in.
--   line: Place of the script element within the scene, counted from 0.
--   quote: What is said or done there.
CREATE TABLE theme_showings_history (
    stream VARCHAR, event BIGINT, position BIGINT, theme VARCHAR, showing BIGINT, scene VARCHAR, line BIGINT, quote VARCHAR,
    removed BOOLEAN
);

INSERT INTO theme_showings_history BY NAME
SELECT stream, event, position, theme, showing, unnest(s), s IS NULL AS removed
FROM (
    SELECT stream, event, position, f.theme,
           unnest(CASE WHEN len(f.showings) > 0 THEN f.showings ELSE [NULL] END) AS s,
           generate_subscripts(CASE WHEN len(f.showings) > 0 THEN f.showings ELSE [NULL] END, 1) AS showing
    FROM (
        SELECT stream, number AS event, position, from_json(fact, '{"theme": "VARCHAR", "showings": [
            {"scene": "VARCHAR", "line": "BIGINT", "quote": "VARCHAR"}]}') AS f
        FROM batch
        WHERE type = 'ThemeFound'
    )
);

INSERT INTO theme_showings_history BY NAME
SELECT stream, number AS event, position, true AS removed, fact->>'key' AS theme
FROM batch
WHERE type = 'WorkStruck' AND fact->>'work' = 'ThemeFound';
