-- script_elements: what stands on each page, line by line?
-- Grain:    one row for each production, scene and element; a rewritten scene replaces all of its elements
-- Reads:    SceneWritten, SceneRevised, SceneOmitted
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
--   changed: True where the draft that gave the scene its lines put it in, or put it differently.
CREATE TABLE script_elements_history (
    stream VARCHAR, event BIGINT, position BIGINT, scene VARCHAR, element BIGINT, kind VARCHAR, text VARCHAR,
    character VARCHAR, line BIGINT, last_line BIGINT, changed BOOLEAN, removed BOOLEAN
);

INSERT INTO script_elements_history BY NAME
SELECT stream, event, position, scene, element, unnest(e), e IS NULL AS removed,
       runs IS NOT NULL AND len(list_filter(
           runs, lambda r: NOT r.edited AND r.into <= element AND element < r.into + r.count)) = 0 AS changed
FROM (
    SELECT stream, event, position, f.scene, f.runs, generate_subscripts(l, 1) - 1 AS element, unnest(l) AS e
    FROM (
        SELECT *, CASE WHEN len(f.elements) > 0 THEN f.elements ELSE [NULL] END AS l
        FROM (
            SELECT stream, number AS event, position, from_json(fact, '{"scene": "VARCHAR", "elements": [
                {"kind": "VARCHAR", "text": "VARCHAR", "character": "VARCHAR", "line": "BIGINT",
                 "last_line": "BIGINT"}],
                "runs": [{"into": "BIGINT", "count": "BIGINT", "edited": "BOOLEAN"}]}') AS f
            FROM batch
            WHERE type IN ('SceneWritten', 'SceneRevised', 'SceneOmitted')
        )
    )
);

SELECT r.*, coalesce(a.person, r.character) AS person
FROM rows r
LEFT JOIN aliases_at(production, number) a ON a.production = r.production AND a.name = r.character;
