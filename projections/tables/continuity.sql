-- continuity: what does not join up between the episodes of a series?
-- Grain:    one row for each finding: in an episode against those before it, in a series between all that were taken in
-- Reads:    ContinuityRead, WorkStruck
-- Asked by: `cineledger series`, the writer, the showrunner
-- Rows:     replaced together by report
-- Key:      place
-- Columns:
--   place: Its place in the report, counted from 1, the heaviest first.
--   kind: arc, relationship, name, fate or theme.
--   subject: The character, both characters as MAYA/TOM, or the theme.
--   was: The episode that established it.
--   now: The episode that does not follow on.
--   text: What does not join up, with the lines.
--   weight: How much an audience would stumble over it, 0 to 1.
--   settled: What was decided to do about it, empty while nothing was.
--   source: Address of what was established; ask `why` of it.
CREATE TABLE continuity_history (
    stream VARCHAR, event BIGINT, position BIGINT, report VARCHAR, place BIGINT, kind VARCHAR, subject VARCHAR,
    was VARCHAR, now VARCHAR, text VARCHAR, weight DOUBLE, settled VARCHAR, source VARCHAR, removed BOOLEAN
);

INSERT INTO continuity_history BY NAME
SELECT stream, event, position, 'film' AS report, place, unnest(c), c IS NULL AS removed
FROM (
    SELECT stream, event, position,
           unnest(CASE WHEN len(f.findings) > 0 THEN f.findings ELSE [NULL] END) AS c,
           generate_subscripts(CASE WHEN len(f.findings) > 0 THEN f.findings ELSE [NULL] END, 1) AS place
    FROM (
        SELECT stream, number AS event, position, from_json(fact, '{"findings": [
            {"kind": "VARCHAR", "subject": "VARCHAR", "was": "VARCHAR", "now": "VARCHAR", "text": "VARCHAR",
             "weight": "DOUBLE", "settled": "VARCHAR", "source": "VARCHAR"}]}') AS f
        FROM batch
        WHERE type = 'ContinuityRead'
    )
);

INSERT INTO continuity_history BY NAME
SELECT stream, number AS event, position, 'film' AS report, true AS removed
FROM batch
WHERE type = 'WorkStruck' AND fact->>'work' = 'ContinuityRead';
