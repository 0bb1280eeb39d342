-- arcs: which way does each main character go through the film?
-- Grain:    one row for each production and main character
-- Reads:    ArcDrawn, WorkStruck
-- Asked by: the showrunner, the cast, `cineledger bible`
-- Rows:     replaced together by character
-- Key:      character
-- Columns:
--   character: Whose way it is.
--   shape: rise, fall, rise-fall, fall-rise, rise-fall-rise, fall-rise-fall, flat or unknown.
--   wants: What the lines say she wants, quoted; empty where they do not.
--   begins: What she feels where her way begins, with the line.
--   ends: What she feels where it ends, with the line.
--   steps: How many scenes move her.
--   across: What episodes do to it.
--   reason: Why the shape is hers.
CREATE TABLE arcs_history (
    stream VARCHAR, event BIGINT, position BIGINT, "character" VARCHAR, shape VARCHAR, wants VARCHAR, begins VARCHAR,
    ends VARCHAR, steps BIGINT, across VARCHAR[], reason VARCHAR, removed BOOLEAN
);

INSERT INTO arcs_history BY NAME
SELECT stream, event, position, false AS removed, f.* EXCLUDE (steps), len(f.steps) AS steps
FROM (
    SELECT stream, number AS event, position, from_json(fact, '{
        "character": "VARCHAR", "shape": "VARCHAR", "wants": "VARCHAR", "begins": "VARCHAR", "ends": "VARCHAR",
        "steps": ["JSON"], "across": ["VARCHAR"], "reason": "VARCHAR"}') AS f
    FROM batch
    WHERE type = 'ArcDrawn'
);

INSERT INTO arcs_history BY NAME
SELECT stream, number AS event, position, true AS removed, fact->>'key' AS "character"
FROM batch
WHERE type = 'WorkStruck' AND fact->>'work' = 'ArcDrawn';
