-- beats: into which beats does the director divide each scene?
-- Grain:    one row for each production, scene and beat; a new breakdown replaces all beats, a revised scene keeps those of which no line changed
-- Reads:    SceneWritten, SceneRevised, SceneOmitted, SceneBrokenDown
-- Asked by: `cineledger sql`
-- Rows:     replaced together by scene
-- Key:      scene, beat
-- Columns:
--   scene: The scene it belongs to.
--   beat: Its count within the scene, from 1; it outlives the beat's place.
--   kind: arrival, exchange, reveal, outburst, silence, action, departure or button.
--   first: Place of its first script element within the scene, counted from 0.
--   last: Place of its last script element.
--   people: Characters who speak or are named in it, joined names under the one that stays.
--   emphasis: How much of the scene turns on it, 0 to 1.
--   moves: True when people or things travel in it.
--   debated: True when its shot is worth a question; the rest is the cinematographer's.
--   turn: What changes, in the trade's words, quoting the line.
CREATE TABLE beats_history (
    stream VARCHAR, event BIGINT, position BIGINT, scene VARCHAR, beat BIGINT, kind VARCHAR, first BIGINT, last BIGINT,
    people VARCHAR[], emphasis DOUBLE, moves BOOLEAN, debated BOOLEAN, turn VARCHAR,
    removed BOOLEAN
);

INSERT INTO beats_history BY NAME
SELECT stream, event, position, scene, unnest(b), list_contains(debated, b.beat) AS debated, b IS NULL AS removed
FROM (
    SELECT stream, event, position, f.scene, f.debated,
           unnest(CASE WHEN len(f.beats) > 0 THEN f.beats ELSE [NULL] END) AS b
    FROM (
        SELECT stream, number AS event, position, from_json(
            json_object('scene', fact->'scene', 'debated', fact->'debated', 'beats', coalesce(fact->'beats', fact->'standing')),
            '{"scene": "VARCHAR", "debated": ["BIGINT"], "beats": [
            {"beat": "BIGINT", "kind": "VARCHAR", "first": "BIGINT", "last": "BIGINT", "people": ["VARCHAR"],
             "emphasis": "DOUBLE", "moves": "BOOLEAN", "turn": "VARCHAR"}]}') AS f
        FROM batch
        WHERE type IN ('SceneWritten', 'SceneRevised', 'SceneOmitted', 'SceneBrokenDown')
    )
);

SELECT r.* REPLACE (list_filter(r.people, lambda person, place: list_position(r.people, person) = place) AS people)
FROM (
    SELECT r.* REPLACE (list_transform(r.people, lambda name: coalesce(a.people[name], name)) AS people)
    FROM rows r
    LEFT JOIN (
        SELECT n.production, map_from_entries(list((n.name, n.person))) AS people
        FROM aliases_at(production, number) n GROUP BY n.production
    ) a ON a.production = r.production
) r;
