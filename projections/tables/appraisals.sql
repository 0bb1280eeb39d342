-- appraisals: what was each event of a scene to each character in it?
-- Grain:    one row for each production, character, scene and event that was something to her
-- Reads:    SceneLived, WorkStruck
-- Asked by: the cast, the director, `cineledger character`
-- Rows:     replaced together by piece
-- Key:      character, scene, appraisal
-- Columns:
--   character: To whom it is something.
--   scene: The scene in which it happens.
--   appraisal: Its count among what the scene is to her, from 1, in the order of the lines.
--   place: The scene's place in the script, counted from 1.
--   emotion: What it is to her, of the emotions of Ortony, Clore and Collins.
--   intensity: How strong, above 0 to 1.
--   toward: The character it is about; empty where it is about things.
--   line: Place of the script element within the scene, counted from 0.
--   quote: The words of that element.
--   because: What it does to what she wants.
CREATE TABLE appraisals_history (
    stream VARCHAR, event BIGINT, position BIGINT, piece VARCHAR, character VARCHAR, scene VARCHAR, appraisal BIGINT,
    emotion VARCHAR, intensity DOUBLE, toward VARCHAR, line BIGINT, quote VARCHAR, because VARCHAR, removed BOOLEAN
);

INSERT INTO appraisals_history BY NAME
SELECT stream, event, position, concat_ws('/', character, scene) AS piece, character, scene, appraisal, unnest(a),
       a IS NULL AS removed
FROM (
    SELECT stream, event, position, f.character, f.scene,
           unnest(CASE WHEN len(f.appraisals) > 0 THEN f.appraisals ELSE [NULL] END) AS a,
           generate_subscripts(CASE WHEN len(f.appraisals) > 0 THEN f.appraisals ELSE [NULL] END, 1) AS appraisal
    FROM (
        SELECT stream, number AS event, position, from_json(fact, '{
            "character": "VARCHAR", "scene": "VARCHAR", "appraisals": [{"emotion": "VARCHAR", "intensity": "DOUBLE",
            "toward": "VARCHAR", "line": "BIGINT", "quote": "VARCHAR", "because": "VARCHAR"}]}') AS f
        FROM batch
        WHERE type = 'SceneLived'
    )
);

INSERT INTO appraisals_history BY NAME
SELECT stream, number AS event, position, true AS removed, fact->>'key' AS piece
FROM batch
WHERE type = 'WorkStruck' AND fact->>'work' = 'SceneLived';

SELECT r.*, s.place
FROM rows r
LEFT JOIN scenes_at(production, number) s ON s.production = r.production AND s.scene = r.scene;
