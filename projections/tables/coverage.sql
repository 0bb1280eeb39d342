-- coverage: which shots cover each line of the script?
-- Grain:    one row for each production, scene, line that plays and shot that covers it; one with a null shot where none does
-- Reads:    ShotPlanned, ShotReplanned, ShotReopened, ShotOmitted, SceneRevised
-- Asked by: `cineledger coverage`, the director, the editor
-- Rows:     own text
-- Key:      scene, element, shot
-- Columns:
--   production: The production's name.
--   scene: The scene it belongs to.
--   element: Place of the line in its scene, counted from 0.
--   shot: The slate of a shot that covers it; null where none does.
--   seen: True where its speaker is in the shot, false where she is off camera; null for what nobody says.
--   address: Address of the event that planned the shot; null where there is none.
CREATE TABLE coverage_history (
    stream VARCHAR, event BIGINT, position BIGINT, scene VARCHAR, shot VARCHAR, first BIGINT, last BIGINT,
    status VARCHAR, runs STRUCT("first" BIGINT, "into" BIGINT, "count" BIGINT)[]
);

INSERT INTO coverage_history BY NAME
SELECT stream, event, position, unnest(f),
       CASE type WHEN 'ShotReopened' THEN 'reopened' WHEN 'ShotOmitted' THEN 'omitted' ELSE 'planned' END AS status
FROM (
    SELECT stream, number AS event, position, type, from_json(fact, '{
        "scene": "VARCHAR", "shot": "VARCHAR", "first": "BIGINT", "last": "BIGINT"}') AS f
    FROM batch
    WHERE type IN ('ShotPlanned', 'ShotReplanned', 'ShotReopened', 'ShotOmitted')
);

INSERT INTO coverage_history BY NAME
SELECT stream, event, position, f.scene, list_transform(
    list_filter(f.runs, lambda r: r.scene = f.scene),
    lambda r: {'first': r."first", 'into': r."into", 'count': r."count"}) AS runs
FROM (
    SELECT stream, number AS event, position, from_json(fact, '{"scene": "VARCHAR", "runs": [
        {"scene": "VARCHAR", "first": "BIGINT", "into": "BIGINT", "count": "BIGINT"}]}') AS f
    FROM batch
    WHERE type = 'SceneRevised'
);

CREATE MACRO coverage_at(production, number := NULL) AS TABLE
WITH own AS (
    SELECT s.production AS whose, h.*
    FROM slices s JOIN coverage_history h ON h.stream = s.stream AND h.event BETWEEN s.first AND s.last
    WHERE (production IS NULL OR s.production = lower(nfc_normalize(production)))
      AND s.born <= coalesce(getvariable('moment'), 9223372036854775807)
      AND h.event <= coalesce(number, 9223372036854775807)
      AND h.position <= coalesce(getvariable('moment'), 9223372036854775807)
), planned AS (
    SELECT o.whose, o.shot, arg_max(o.scene, o.event) AS place, arg_max(o.first, o.event) AS begins,
           arg_max(o.last, o.event) AS ends, max(o.event) AS set_at, arg_max(o.stream, o.event) || '@' || max(o.event) AS address
    FROM own o WHERE o.shot IS NOT NULL
    GROUP BY o.whose, o.shot
    HAVING arg_max(o.status, o.event) = 'planned'
), drafted AS (
    SELECT p.*, list({'at': NULL::BIGINT, 'runs': d.runs} ORDER BY d.event) FILTER (WHERE d.runs IS NOT NULL) AS later
    FROM planned p LEFT JOIN own d ON d.whose = p.whose AND d.scene = p.place AND d.runs IS NOT NULL AND d.event > p.set_at
    GROUP BY ALL
), spans AS (
    SELECT d.*, list_transform([d.begins, d.ends], lambda edge: list_reduce(
        list_prepend({'at': edge, 'runs': []}, coalesce(d.later, [])),
        lambda now, draft: {'at': coalesce(list_max(list_transform(
            list_filter(draft.runs, lambda r: r."first" <= now."at" AND now."at" < r."first" + r."count"),
            lambda r: r."into" + now."at" - r."first")), now."at"), 'runs': draft.runs})."at") AS edges
    FROM drafted d
), lines AS (
    SELECT e.production AS whose, e.scene, e.element, e.kind, e.person,
           max(e.kind IN ('heading', 'cue')) OVER (PARTITION BY e.production, e.scene) AS plays
    FROM script_elements_at(production, number) e
), frames AS (
    SELECT s.production AS whose, s.shot, s."cast" FROM shots_at(production, number) s
)
SELECT l.whose AS production, l.scene, l.element, c.shot,
       CASE WHEN l.person IS NOT NULL THEN list_contains(f."cast", l.person) END AS seen, c.address
FROM lines l
LEFT JOIN spans c ON c.whose = l.whose AND c.place = l.scene AND l.element BETWEEN c.edges[1] AND c.edges[2]
LEFT JOIN frames f ON f.whose = c.whose AND f.shot = c.shot
WHERE l.plays AND l.kind IN ('action', 'cue', 'parenthetical', 'dialogue', 'lyric', 'centered');

CREATE VIEW coverage AS FROM coverage_at(NULL, NULL);
