-- memories: what does each character and each of the crew remember?
-- Grain:    one row for each production, memory and who has it; what was replaced or struck is remembered no more
-- Reads:    SceneWritten, SceneRevised, SceneOmitted, SceneLived, SceneLearned, RelationshipMoved, EmotionalStateChanged,
--           EmotionalStateReopened, TakePlayed, IdentityDrawn, FactFound, StructureRead, ThemeFound, ArcDrawn, SetDesigned,
--           PropListed, SceneLit, SceneBlocked, SceneAssembled, MotifComposed, CueWritten, AmbienceDesigned, ShotPlanned,
--           ShotReplanned, ShotRevised, ShotOmitted, WorkStruck, ProposalApproved, ProposalRejected, ObjectionRaised,
--           DissentRecorded, DecisionOverruled, WorkOverruled, NoteGiven, NoteAnswered, MessageSent, VisionStated,
--           IdeaStated, ConstraintImposed, BroadcastSent, QuestionOpened, ProposalMade, AlternativeOffered, ProposalAmended,
--           LifeTaken, CharacterCast
-- Asked by: `cineledger character NAME recall`, `cineledger crew NAME recall`, minds that look something up
-- Rows:     replaced together by piece
-- Key:      number, part
-- Outside the digest: id, position
-- Columns:
--   id: The event's address and the part.
--   number: Number of the event that it is of.
--   part: Whose it is, and which where an event gives one several.
--   agent: Who remembers it: a role, `cast:` and a name for a character, or `everyone`.
--   kind: scene, said, heard, seen, lived, felt, learned, relationship, played, self, decision, objection, overruled, rejected,
--         note, answer, message, broadcast, theme, finding, work or shot.
--   scene: The scene it is of, null where it is of none.
--   people: Who it is about, or who was there.
--   text: What is remembered, in a sentence.
--   importance: From 0, a trifle, to 1: what it weighs in the story, or in the debate.
--   piece: What it is a memory of: what speaks of that anew takes its place.
--   position: The event's place in the order of the whole ledger.
CREATE TABLE memories_history (
    stream VARCHAR, event BIGINT, position BIGINT, piece VARCHAR, part VARCHAR, agent VARCHAR, kind VARCHAR, scene VARCHAR,
    people VARCHAR[], text VARCHAR, importance DOUBLE, removed BOOLEAN
);

-- Scenes: whoever has a cue in one was there, said her own lines, heard the others', saw what happened. Words alone weigh
-- little: what they did to somebody comes with what she lived through, felt and learned. The first thing that happens stands
-- with the scene.
INSERT INTO memories_history BY NAME
SELECT stream, event, position, false AS removed, piece, scene, people, agent,
       agent || '/' || row_number() OVER (PARTITION BY stream, event, agent ORDER BY place) AS part,
       CASE WHEN place = 0 THEN 'scene' WHEN spoken IS NULL THEN 'seen' WHEN spoken = person THEN 'said' ELSE 'heard' END AS kind,
       CASE WHEN place = 0 THEN 0.4 WHEN spoken IS NULL THEN 0.25 WHEN text LIKE '%!%' THEN 0.3 ELSE 0.2 END AS importance,
       CASE WHEN place = 0 THEN 'Scene ' || scene || ', ' || coalesce(heading, '') || coalesce(', with '
                || nullif(array_to_string(list_filter(people, lambda p: p <> person), ' and '), ''), '') || coalesce('. ' || text, '')
            WHEN spoken IS NULL THEN text WHEN spoken = person THEN 'I said: “' || text || '”'
            ELSE spoken || ' said: “' || text || '”' END AS text
FROM (
    SELECT *, 'scene/' || scene AS piece, unnest(people) AS person, 'cast:' || person AS agent
    FROM (
        SELECT stream, event, position, f.scene, f.heading, people, unnest(list_concat(
            [{'place': 0, 'spoken': NULL, 'text': list_filter(f.elements, lambda e: e.kind = 'action')[1].text}],
            [{'place': i, 'spoken': f.elements[i].character, 'text': f.elements[i].text} FOR i IN range(1, len(f.elements) + 1)
             IF f.elements[i].kind IN ('action', 'dialogue', 'lyric') AND length(f.elements[i].text) >= 12
             AND i IS DISTINCT FROM list_position([e.kind FOR e IN f.elements], 'action')]), recursive := true)
        FROM (
            SELECT *, list_sort(list_distinct([e.character FOR e IN f.elements IF e.kind = 'cue' AND e.character IS NOT NULL])) AS people
            FROM (
                SELECT stream, number AS event, position, from_json(fact, '{"scene": "VARCHAR", "heading": "VARCHAR",
                    "elements": [{"kind": "VARCHAR", "text": "VARCHAR", "character": "VARCHAR"}]}') AS f
                FROM batch
                WHERE type IN ('SceneWritten', 'SceneRevised')
            )
        )
    )
);

INSERT INTO memories_history BY NAME
SELECT stream, number AS event, position, true AS removed, 'scene/' || (fact->>'scene') AS piece
FROM batch
WHERE type = 'SceneOmitted';

-- What scenes did to somebody: each event of one that moved her weighs as much as it moved her.
INSERT INTO memories_history BY NAME
SELECT stream, event, position, false AS removed, 'SceneLived/' || character || '/' || scene AS piece, 'cast:' || character AS agent,
       scene, unnest(list_concat(
           [{'part': 'cast:' || character, 'kind': 'lived', 'people': list_sort(list_distinct([a.toward FOR a IN appraisals IF a.toward <> ''])),
             'importance': greatest(0.4, coalesce(list_max([a.intensity FOR a IN appraisals]), 0)),
             'text': 'In scene ' || scene || coalesce(' I wanted ' || nullif(rtrim(goal, '.'), '') || '.', '') || ' It left me '
                     || mood || ': ' || reason}],
           [{'part': 'cast:' || character || '/' || i, 'kind': 'felt', 'people': [appraisals[i].toward],
             'importance': 0.3 + 0.6 * appraisals[i].intensity,
             'text': 'I felt ' || appraisals[i].emotion || coalesce(' about ' || nullif(appraisals[i].toward, ''), '') || ' in scene '
                     || scene || ': ' || appraisals[i].because || ' (“' || appraisals[i].quote || '”)'}
            FOR i IN range(1, len(appraisals) + 1)]), recursive := true)
FROM (
    SELECT stream, event, position, unnest(f)
    FROM (
        SELECT stream, number AS event, position, from_json(fact, '{"character": "VARCHAR", "scene": "VARCHAR", "goal": "VARCHAR",
            "mood": "VARCHAR", "reason": "VARCHAR", "appraisals": [{"emotion": "VARCHAR", "intensity": "DOUBLE",
            "toward": "VARCHAR", "because": "VARCHAR", "quote": "VARCHAR"}]}') AS f
        FROM batch
        WHERE type = 'SceneLived'
    )
);

-- What somebody learned, in the words of the fact as it stood then; `facts` is filled before this table.
INSERT INTO memories_history BY NAME
WITH learned AS (
    SELECT stream, event, position, f.character, f.scene, l, i
    FROM (
        SELECT *, generate_subscripts(ls, 1) AS i, unnest(ls) AS l
        FROM (
            SELECT *, CASE WHEN len(f.learned) > 0 THEN f.learned ELSE [NULL] END AS ls
            FROM (
                SELECT stream, number AS event, position, from_json(fact, '{"character": "VARCHAR", "scene": "VARCHAR", "learned": [
                    {"fact": "VARCHAR", "how": "VARCHAR", "so": "BOOLEAN", "source": "VARCHAR", "sure": "BOOLEAN",
                     "secret": "BOOLEAN", "quote": "VARCHAR"}]}') AS f
                FROM batch
                WHERE type = 'SceneLearned'
            )
        )
    )
), facts AS (
    SELECT l.stream, l.event, l.i, arg_max(h.text, h.event) AS text, arg_max(h.about, h.event) AS about
    FROM learned l
    JOIN slices s ON s.production = l.stream
    JOIN facts_history h ON h.stream = s.stream AND h.event BETWEEN s.first AND s.last AND h.event < l.event AND h.fact = l.l.fact
    GROUP BY ALL
)
SELECT l.stream, l.event, l.position, l.l IS NULL AS removed, 'SceneLearned/' || l.character || '/' || l.scene AS piece,
       'cast:' || l.character || '/' || l.i AS part, 'cast:' || l.character AS agent, 'learned' AS kind, l.scene,
       list_sort(list_distinct(list_concat(list_filter([nullif(l.l.source, '')], lambda p: p IS NOT NULL), coalesce(f.about, []::VARCHAR[])))) AS people,
       CASE WHEN l.l.secret THEN 0.9 WHEN l.l.sure THEN 0.7 ELSE 0.6 END AS importance,
       CASE WHEN l.l.sure THEN 'I know (' ELSE 'I believe (' END || l.l.how || coalesce(' by ' || nullif(l.l.source, ''), '')
           || ' in scene ' || l.scene || '): ' || CASE WHEN l.l.so THEN '' ELSE 'it is not so that ' END || coalesce(f.text, replace(l.l.fact, '-', ' ')) || ' (“' || l.l.quote || '”)'
           || CASE WHEN l.l.secret THEN ' It is a secret.' ELSE '' END AS text
FROM learned l
LEFT JOIN facts f ON f.stream = l.stream AND f.event = l.event AND f.i = l.i;

-- What a cast member says of her character otherwise: what she feels, how she stands to others, how she plays it.
INSERT INTO memories_history BY NAME
SELECT stream, event, position, type = 'EmotionalStateReopened' OR (type = 'EmotionalStateChanged' AND f.valence IS NULL) AS removed,
       CASE type WHEN 'RelationshipMoved' THEN 'RelationshipMoved/' || f.character || '/' || f.other
                 WHEN 'TakePlayed' THEN 'TakePlayed/' || f.character ELSE 'feeling/' || f.character END || '/' || f.scene AS piece,
       'cast:' || f.character AS part, part AS agent, f.scene, [x FOR x IN [f.other] IF x IS NOT NULL] AS people,
       CASE type WHEN 'RelationshipMoved' THEN 'relationship' WHEN 'TakePlayed' THEN 'played' ELSE 'felt' END AS kind,
       CASE type WHEN 'RelationshipMoved' THEN 0.5 WHEN 'TakePlayed' THEN 0.4 ELSE 0.3 + 0.4 * abs(coalesce(f.valence, 0)) END AS importance,
       CASE type WHEN 'RelationshipMoved' THEN 'Between ' || f.other || ' and me in scene ' || f.scene || ', ' || f.moved || ': ' || f.reason
                 WHEN 'TakePlayed' THEN 'I played scene ' || f.scene || ': ' || concat_ws('; ', nullif(f.intent, ''), nullif(f.subtext, ''),
                      nullif(f.behaviour, ''), nullif(f.objects, ''))
                 ELSE 'I felt ' || f.feeling || ' in scene ' || f.scene || ': ' || f.reason END AS text
FROM (
    SELECT stream, number AS event, position, type, from_json(fact, '{"character": "VARCHAR", "scene": "VARCHAR", "other": "VARCHAR",
        "moved": "VARCHAR", "reason": "VARCHAR", "feeling": "VARCHAR", "valence": "DOUBLE", "intent": "VARCHAR",
        "subtext": "VARCHAR", "behaviour": "VARCHAR", "objects": "VARCHAR"}') AS f
    FROM batch
    WHERE type IN ('RelationshipMoved', 'TakePlayed', 'EmotionalStateChanged', 'EmotionalStateReopened')
);

-- Who somebody is, as she would say it.
INSERT INTO memories_history BY NAME
SELECT stream, event, position, false AS removed, 'IdentityDrawn/' || character AS piece, 'cast:' || character AS agent,
       'cast:' || character || '/' || i AS part, 'self' AS kind, []::VARCHAR[] AS people, 0.7 AS importance, said[i] AS text
FROM (
    SELECT *, unnest(range(1, len(said) + 1)) AS i
    FROM (
        SELECT stream, event, position, f.character, list_filter([
            nullif(f.identity.backstory, ''), 'What I want: ' || nullif(f.identity.desire, ''), 'Why I want it: ' || nullif(f.identity.motivation, ''),
            'What I fear: ' || nullif(f.identity.fear, ''), 'What I am like: ' || nullif(array_to_string([t.trait FOR t IN f.identity.traits], ', '), '')
        ], lambda s: s IS NOT NULL) AS said
        FROM (
            SELECT stream, number AS event, position, from_json(fact, '{"character": "VARCHAR", "identity": {"traits": [{"trait": "VARCHAR"}],
                "backstory": "VARCHAR", "motivation": "VARCHAR", "desire": "VARCHAR", "fear": "VARCHAR"}}') AS f
            FROM batch
            WHERE type = 'IdentityDrawn'
        )
    )
);

-- What the crew read in the script and made for it.
INSERT INTO memories_history BY NAME
SELECT stream, event, position, false AS removed, type || '/' || coalesce(f.fact, f.theme, f.character, f.prop, f.whose, f.cue, f."set", f.scene) AS piece,
       actor AS part, actor AS agent, f.scene, coalesce(f.about, [x FOR x IN [f.character] IF x IS NOT NULL]) AS people,
       CASE type WHEN 'ThemeFound' THEN 'theme' WHEN 'FactFound' THEN 'finding' WHEN 'ArcDrawn' THEN 'finding' ELSE 'work' END AS kind,
       CASE type WHEN 'ThemeFound' THEN 0.6 WHEN 'FactFound' THEN CASE WHEN f.secret THEN 0.7 ELSE 0.5 END WHEN 'ArcDrawn' THEN 0.6
                 WHEN 'SetDesigned' THEN 0.4 WHEN 'MotifComposed' THEN 0.4 ELSE 0.3 END AS importance,
       CASE type
           WHEN 'ThemeFound' THEN 'The theme ' || f.theme || ': '
           WHEN 'FactFound' THEN CASE WHEN f.secret THEN 'A secret: ' ELSE '' END || f.text || ' '
           WHEN 'ArcDrawn' THEN 'The arc of ' || f.character || ', ' || f.shape || ': from ' || f.begins || ' to ' || f.ends || '. '
           WHEN 'SetDesigned' THEN 'The set ' || f."set" || ': ' || f.environment || ' '
           WHEN 'PropListed' THEN 'The property ' || f.prop || ': '
           WHEN 'SceneLit' THEN 'The light of scene ' || f.scene || ', ' || lower(f.key_light) || ' key, ' || f.colour || ', ' || f.mood || ': '
           WHEN 'SceneBlocked' THEN 'The blocking of scene ' || f.scene || ': '
           WHEN 'SceneAssembled' THEN 'The cutting of scene ' || f.scene || ', ' || f.pace || ': '
           WHEN 'MotifComposed' THEN f.title || ' for ' || f.whose || ', ' || f.music_key || ', ' || f.instrument || ': '
           WHEN 'CueWritten' THEN 'Cue ' || f.cue || ' in scene ' || f.scene || ', ' || f.title || ', ' || f.mood || ', ' || f.variation || ': '
           ELSE 'The ambience of ' || f."set" || ', ' || array_to_string(f.layers, ', ') || ': ' END || f.reason AS text
FROM (
    SELECT stream, number AS event, position, type, actor, from_json(fact, '{"reason": "VARCHAR", "theme": "VARCHAR", "fact": "VARCHAR",
        "text": "VARCHAR", "about": ["VARCHAR"], "secret": "BOOLEAN", "character": "VARCHAR", "shape": "VARCHAR", "begins": "VARCHAR",
        "ends": "VARCHAR", "set": "VARCHAR", "environment": "VARCHAR", "prop": "VARCHAR", "scene": "VARCHAR", "key_light": "VARCHAR",
        "colour": "VARCHAR", "mood": "VARCHAR", "pace": "VARCHAR", "title": "VARCHAR", "whose": "VARCHAR", "music_key": "VARCHAR",
        "instrument": "VARCHAR", "cue": "VARCHAR", "variation": "VARCHAR", "layers": ["VARCHAR"]}') AS f
    FROM batch
    WHERE type IN ('ThemeFound', 'FactFound', 'ArcDrawn', 'SetDesigned', 'PropListed', 'SceneLit', 'SceneBlocked', 'SceneAssembled',
                   'MotifComposed', 'CueWritten', 'AmbienceDesigned')
);

INSERT INTO memories_history BY NAME
SELECT stream, event, position, false AS removed, 'StructureRead/film' AS piece, actor AS agent, actor || '/' || i AS part, 'finding' AS kind,
       points[i].scene AS scene, []::VARCHAR[] AS people, 0.7 AS importance,
       'The ' || points[i].point || ' of the story is in scene ' || points[i].scene || ': “' || points[i].quote || '”' AS text
FROM (
    SELECT *, unnest(range(1, len(points) + 1)) AS i
    FROM (
        SELECT stream, number AS event, position, actor, from_json(fact->'points', '[{"point": "VARCHAR", "scene": "VARCHAR", "quote": "VARCHAR"}]') AS points
        FROM batch
        WHERE type = 'StructureRead'
    )
);

INSERT INTO memories_history BY NAME
SELECT stream, number AS event, position, type = 'ShotOmitted' AS removed, 'shot/' || (fact->>'shot') AS piece, actor AS part, actor AS agent,
       'shot' AS kind, fact->>'scene' AS scene, from_json(coalesce(fact->'cast', '[]'), '["VARCHAR"]') AS people, 0.2 AS importance,
       'Shot ' || (fact->>'shot') || ', ' || (fact->'spec'->>'description') || coalesce(': ' || nullif(fact->>'notes', ''), '') AS text
FROM batch
WHERE type IN ('ShotPlanned', 'ShotReplanned', 'ShotRevised', 'ShotOmitted');

-- A take's key ends in its count; what is remembered is the part.
INSERT INTO memories_history BY NAME
SELECT stream, number AS event, position, true AS removed, (fact->>'work') || '/' || k AS piece
FROM (
    SELECT *, unnest(list_distinct([fact->>'key', CASE WHEN fact->>'work' = 'TakePlayed'
                                    THEN regexp_replace(fact->>'key', '/[0-9]+$', '') ELSE fact->>'key' END])) AS k
    FROM batch
    WHERE type = 'WorkStruck'
);

-- Debate: a decision is remembered by who led it, who put something forward and who objected; an objection also by who had put
-- forward what it was about. `events` is filled before this table, so what was said of a question is there along the lineage.
INSERT INTO memories_history BY NAME
WITH told AS MATERIALIZED (
    SELECT stream, number AS event, position, type, actor, from_json(fact, '{"question": "BIGINT", "proposal": "BIGINT", "authority": "VARCHAR",
        "note": "VARCHAR", "role": "VARCHAR", "reason": "VARCHAR", "criterion": "VARCHAR", "blocking": "BOOLEAN"}') AS f
    FROM batch
    WHERE type IN ('ProposalApproved', 'ProposalRejected', 'ObjectionRaised', 'DissentRecorded', 'DecisionOverruled')
), past AS MATERIALIZED (
    SELECT t.stream, t.event, e.event AS number, e.type, e.actor, CASE WHEN e.type = 'ObjectionRaised' THEN NULL ELSE e.fact END AS fact
    FROM told t
    JOIN slices s ON s.production = t.stream
    JOIN events_history e ON e.stream = s.stream AND e.event BETWEEN s.first AND s.last AND e.event < t.event AND e.question = t.f.question
    WHERE e.type IN ('QuestionOpened', 'ProposalMade', 'AlternativeOffered', 'ProposalAmended', 'ObjectionRaised')
), questions AS MATERIALIZED (
    SELECT stream, event, f.*
    FROM (
        SELECT stream, event, from_json(fact, '{"text": "VARCHAR", "scene": "VARCHAR", "tier": "VARCHAR", "lead": "VARCHAR",
            "characters": ["VARCHAR"], "importance": "DOUBLE"}') AS f
        FROM past
        WHERE type = 'QuestionOpened'
    )
), options AS MATERIALIZED (
    SELECT stream, event, number, actor, f.reason, coalesce(o.statement, o.shot || ' as ' || o.spec.description, o.spec.description,
               CASE o.kind WHEN 'outline' THEN 'the outline of ' || len(o.scenes) || ' scenes' WHEN 'scene_text' THEN 'its ' || len(o.lines) || ' lines'
                    WHEN 'alias' THEN o.names[1] || ' and ' || o.names[2] || CASE WHEN o.keep IS NULL THEN ' are two characters' ELSE ' are one character, ' || o.keep END END) AS option
    FROM (
        SELECT *, from_json(f.option, '{"kind": "VARCHAR", "statement": "VARCHAR", "shot": "VARCHAR", "spec": {"description": "VARCHAR"},
            "scenes": ["JSON"], "lines": ["JSON"], "names": ["VARCHAR"], "keep": "VARCHAR"}') AS o
        FROM (
            SELECT stream, event, number, actor, from_json(fact, '{"option": "JSON", "reason": "VARCHAR"}') AS f
            FROM past
            WHERE type IN ('ProposalMade', 'AlternativeOffered', 'ProposalAmended')
        )
    )
), had AS (
    SELECT t.stream, t.event, t.actor AS agent FROM told t WHERE t.type <> 'DissentRecorded'
    UNION SELECT q.stream, q.event, q.lead FROM questions q JOIN told t USING (stream, event) WHERE t.type IN ('ProposalApproved', 'DecisionOverruled')
    UNION SELECT p.stream, p.event, p.actor FROM past p JOIN told t USING (stream, event) WHERE t.type IN ('ProposalApproved', 'DecisionOverruled')
    UNION SELECT o.stream, o.event, o.actor FROM options o JOIN told t USING (stream, event) WHERE o.number = t.f.proposal AND t.type <> 'DissentRecorded'
    UNION SELECT t.stream, t.event, t.f.role FROM told t WHERE t.type = 'DissentRecorded'
)
SELECT t.stream, t.event, t.position, false AS removed, 'event/' || t.event AS piece, h.agent AS part, h.agent, q.scene, q.characters AS people,
       CASE t.type WHEN 'ProposalApproved' THEN 'decision' WHEN 'ProposalRejected' THEN 'rejected' WHEN 'ObjectionRaised' THEN 'objection' ELSE 'overruled' END AS kind,
       CASE WHEN t.type IN ('DissentRecorded', 'DecisionOverruled', 'ProposalRejected') THEN 0.7 WHEN t.f.blocking THEN 0.7 WHEN t.type = 'ObjectionRaised' THEN 0.4
            ELSE greatest(q.importance, CASE q.tier WHEN 'orchestrator' THEN 0.7 WHEN 'collaborative' THEN 0.5 ELSE 0.3 END) END AS importance,
       CASE t.type
           WHEN 'ProposalApproved' THEN 'Decided (' || replace(t.f.authority, '_', ' ') || '), ' || q.text || ' ' || coalesce(o.option, '')
                || coalesce(', since ' || o.reason, '') || coalesce('. ' || nullif(t.f.note, ''), '')
           WHEN 'ProposalRejected' THEN 'Turned down, ' || q.text || ' ' || coalesce(o.option, '') || coalesce(': ' || nullif(t.f.note, ''), '')
           WHEN 'ObjectionRaised' THEN t.actor || ' objected to ' || coalesce(o.option, 'a proposal') || ' (' || t.f.criterion || '): ' || t.f.reason
           WHEN 'DissentRecorded' THEN 'I was overruled, ' || q.text || ' It became ' || coalesce(o.option, 'another') || '; I had said: ' || t.f.reason
           ELSE 'The orchestrator overruled us, ' || q.text || ': ' || t.f.reason END AS text
FROM told t
JOIN had h USING (stream, event)
LEFT JOIN questions q USING (stream, event)
LEFT JOIN options o ON o.stream = t.stream AND o.event = t.event AND o.number = t.f.proposal
WHERE h.agent <> 'orchestrator';

-- What was said to somebody, or to all.
INSERT INTO memories_history BY NAME
SELECT stream, event, position, false AS removed, 'event/' || event AS piece, []::VARCHAR[] AS people, agent AS part, agent, f.scene,
       CASE type WHEN 'NoteGiven' THEN 'note' WHEN 'NoteAnswered' THEN 'answer' WHEN 'MessageSent' THEN 'message' WHEN 'WorkOverruled' THEN 'overruled'
                 ELSE 'broadcast' END AS kind,
       CASE type WHEN 'NoteGiven' THEN 0.7 WHEN 'NoteAnswered' THEN 0.5 WHEN 'MessageSent' THEN 0.3 WHEN 'BroadcastSent' THEN 0.6 WHEN 'WorkOverruled' THEN 0.7
                 ELSE 0.8 END AS importance,
       CASE type WHEN 'NoteGiven' THEN 'The orchestrator''s note to ' || f.to || coalesce(' about ' || f."table" || ' ' || f."key", '') || ': ' || f.text
                 WHEN 'NoteAnswered' THEN actor || ' answered a note: ' || f.text
                 WHEN 'MessageSent' THEN actor || ' wrote to ' || f.to || ': ' || f.text
                 WHEN 'WorkOverruled' THEN 'The orchestrator overruled the ' || lower(regexp_replace(f.work, '([a-z])([A-Z])', '\1 \2', 'g')) || ' ' || f."key" || ': ' || f.reason
                 WHEN 'VisionStated' THEN 'The vision: ' || f.text WHEN 'IdeaStated' THEN 'The idea: ' || f.text
                 WHEN 'ConstraintImposed' THEN 'A limit for all: ' || f.text ELSE 'The orchestrator told all: ' || f.text END AS text
FROM (
    SELECT *, unnest(list_distinct(CASE WHEN type IN ('NoteGiven', 'WorkOverruled') THEN [f.to] WHEN type = 'NoteAnswered' THEN [actor]
                                        WHEN type = 'MessageSent' THEN [actor, f.to] ELSE ['everyone'] END)) AS agent
    FROM (
        SELECT stream, number AS event, position, type, actor, from_json(fact, '{"text": "VARCHAR", "to": "VARCHAR", "table": "VARCHAR",
            "key": "VARCHAR", "work": "VARCHAR", "reason": "VARCHAR", "scene": "VARCHAR"}') AS f
        FROM batch
        WHERE type IN ('NoteGiven', 'NoteAnswered', 'MessageSent', 'WorkOverruled', 'VisionStated', 'IdeaStated', 'ConstraintImposed', 'BroadcastSent')
    )
)
WHERE agent <> 'orchestrator';

-- Canon: what somebody lived through in other films is remembered in her own stream, and in a film that she is cast in, as
-- it was copied, with the address that says so.
INSERT INTO memories_history BY NAME
WITH life AS (
    SELECT stream, event, position, 'cast:' || f.character AS agent, f.life,
           CASE type WHEN 'LifeTaken' THEN 'life/' || f.production ELSE 'canon/' || f.character END AS piece
    FROM (
        SELECT stream, number AS event, position, type, from_json(fact, '{"production": "VARCHAR", "character": "VARCHAR", "life": {
            "known": [{"text": "VARCHAR", "so": "BOOLEAN", "how": "VARCHAR", "told_by": "VARCHAR", "sure": "BOOLEAN",
                       "secret": "BOOLEAN", "others": ["VARCHAR"], "source": "VARCHAR"}],
            "bonds": [{"other": "VARCHAR", "trust": "DOUBLE", "affection": "DOUBLE", "quote": "VARCHAR", "source": "VARCHAR"}],
            "goals": [{"goal": "VARCHAR", "source": "VARCHAR"}], "mood": {"mood": "VARCHAR", "source": "VARCHAR"},
            "arc": {"ends": "VARCHAR", "source": "VARCHAR"}}}') AS f
        FROM batch
        WHERE type IN ('LifeTaken', 'CharacterCast')
    )
)
SELECT stream, event, position, piece, agent, agent || '/' || generate_subscripts(told, 1) AS part, unnest(told, recursive := true),
       false AS removed
FROM (
    SELECT *, list_concat(
        [{'kind': 'lived', 'people': []::VARCHAR[], 'importance': 0.6, 'text': 'From before (' || coalesce(life.arc.source, life.mood.source) || '): '
              || concat_ws('; ', 'I was ' || life.mood.mood, life.arc.ends)} FOR i IN range(1) IF life.arc IS NOT NULL OR life.mood IS NOT NULL],
        [{'kind': 'learned', 'people': list_sort(list_distinct(list_concat(k.others, list_filter([k.told_by], lambda p: p <> '')))),
          'importance': CASE WHEN k.secret THEN 0.9 ELSE 0.7 END, 'text': 'From before (' || k.source || '), I '
              || CASE WHEN k.sure THEN 'know' ELSE 'believe' END || CASE WHEN k.so THEN ': ' ELSE ' it is not so that ' END || rtrim(k.text, '.') || '.'
              || CASE WHEN k.told_by <> '' THEN ' ' || k.told_by || ' told me.' ELSE '' END
              || CASE WHEN k.secret THEN ' It is a secret.' ELSE '' END} FOR k IN life.known],
        [{'kind': 'relationship', 'people': [b.other], 'importance': 0.6, 'text': 'From before (' || b.source || '): '
              || CASE WHEN b.trust < 0 THEN 'I do not trust ' ELSE 'I trust ' END || b.other || CASE WHEN b.affection < 0 THEN ' and do not like '
              ELSE ' and like ' END || 'them' || coalesce(' (“' || nullif(b.quote, '') || '”)', '')} FOR b IN life.bonds],
        [{'kind': 'self', 'people': []::VARCHAR[], 'importance': 0.6, 'text': 'From before (' || g.source || '), what I am after: ' || g.goal}
         FOR g IN life.goals]) AS told
    FROM life
);

SELECT r.*, r.first_event AS number, r.address || '/' || r.part AS id
FROM rows r;
