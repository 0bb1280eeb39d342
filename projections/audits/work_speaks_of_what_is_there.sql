-- work_speaks_of_what_is_there: is a shot, a cut, a cue or a sound about a line or a shot that does not exist?
-- Rows:  what was handed in about no line of its scene, or cut from no shot
WITH lines AS (
    SELECT production, scene, max(element) AS final FROM script_elements GROUP BY ALL
), work AS (
    SELECT production, 'assembly' AS kind, scene, first, last, shot, address FROM assembly
    UNION ALL SELECT production, 'cues', scene, first, last, NULL, address FROM cues
    UNION ALL SELECT production, 'spotting', scene, first, last, NULL, address FROM spotting
    UNION ALL SELECT production, 'coverage', scene, element, element, shot, address FROM coverage
)
SELECT w.production, w.kind, w.scene, w.first, w.last, w.shot, w.address
FROM work w
LEFT JOIN lines l USING (production, scene)
LEFT JOIN shots s ON s.production = w.production AND s.scene = w.scene AND s.shot = w.shot AND s.status <> 'omitted'
WHERE l.final IS NULL OR w.first < 0 OR w.first > w.last OR w.last > l.final OR (w.shot IS NOT NULL AND s.shot IS NULL)
