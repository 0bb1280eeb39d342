-- script_elements: what stands on each page, line by line?
-- Grain:    one row for each production, scene and element; a rewritten scene replaces all of its elements
-- Reads:    SceneWritten
-- Asked by: the director, the cast, `cineledger export`
-- Rows:     replaced together by scene
-- Key:      scene, element
-- Columns:
--   scene: The scene it stands in.
--   element: Its place within the scene, counted from 0.
--   kind: heading, action, cue, parenthetical, dialogue, lyric, transition, note … as Fountain names them.
--   text: What a reader sees, without forcing marks.
--   character: Whose cue, parenthetical, dialogue or lyric it is, as typed; null for the rest.
--   person: Who that is where names were joined, else the same.
--   line: Its first source line, counted from 1 within the scene's text.
--   last_line: Its last source line.
CREATE TABLE script_elements_history (
    stream VARCHAR, event BIGINT, position BIGINT, scene VARCHAR, element BIGINT, kind VARCHAR, text VARCHAR,
    character VARCHAR, line BIGINT, last_line BIGINT, removed BOOLEAN
);

INSERT INTO script_elements_history BY NAME
SELECT stream, event, position, scene, element, unnest(e), e IS NULL AS removed
FROM (
    SELECT stream, event, position, f.scene, generate_subscripts(l, 1) - 1 AS element, unnest(l) AS e
    FROM (
        SELECT *, CASE WHEN len(f.elements) > 0 THEN f.elements ELSE [NULL] END AS l
        FROM (
            SELECT stream, number AS event, position, from_json(fact, '{"scene": "VARCHAR", "elements": [
                {"kind": "VARCHAR", "text": "VARCHAR", "character": "VARCHAR", "line": "BIGINT",
                 "last_line": "BIGINT"}]}') AS f
            FROM batch
            WHERE type = 'SceneWritten'
        )
    )
);

SELECT r.*, coalesce(a.person, r.character) AS person
FROM rows r
LEFT JOIN aliases_at(production, number) a ON a.production = r.production AND a.name = r.character;
