-- season_arcs: what way does each main character go through a season?
-- Grain:    one row for each series, season and main character
-- Reads:    SeasonArcDrawn, WorkStruck
-- Asked by: `cineledger series`, the showrunner
-- Rows:     replaced together by piece
-- Key:      season, character
-- Columns:
--   season: The season, counted from 1.
--   character: Whose arc it is.
--   shape: The arc's shape, as in `arcs`.
--   decided: True where the shape was decided; else it is how the episodes read.
--   begins: Where the season meets her.
--   ends: Where its last episode so far leaves her.
--   steps: What each episode does to her.
--   reason: Why the shape is this.
CREATE TABLE season_arcs_history (
    stream VARCHAR, event BIGINT, position BIGINT, piece VARCHAR, season BIGINT, character VARCHAR, shape VARCHAR,
    decided BOOLEAN, begins VARCHAR, ends VARCHAR, steps VARCHAR[], reason VARCHAR, removed BOOLEAN
);

INSERT INTO season_arcs_history BY NAME
SELECT stream, event, position, false AS removed, f.season || '/' || f.character AS piece, f.* EXCLUDE (steps),
       [s.episode || ': ' || s.moves FOR s IN f.steps] AS steps
FROM (
    SELECT stream, number AS event, position, from_json(fact, '{
        "season": "BIGINT", "character": "VARCHAR", "shape": "VARCHAR", "decided": "BOOLEAN", "begins": "VARCHAR",
        "ends": "VARCHAR", "steps": [{"episode": "VARCHAR", "moves": "VARCHAR"}], "reason": "VARCHAR"}') AS f
    FROM batch
    WHERE type = 'SeasonArcDrawn'
);

INSERT INTO season_arcs_history BY NAME
SELECT stream, number AS event, position, true AS removed, fact->>'key' AS piece
FROM batch
WHERE type = 'WorkStruck' AND fact->>'work' = 'SeasonArcDrawn';
