-- questions: what was to be decided, and how does it stand?
-- Grain:    one row for each production and question
-- Reads:    QuestionOpened, QuestionReopened, QuestionDropped, RoundOpened, ApprovalRequested, ImpasseReached, ProposalApproved,
--           ProposalRejected
-- Asked by: `cineledger why`
-- Rows:     set column by column
-- Key:      number
-- Columns:
--   number: The question's number, by which it is called.
--   subject: What it is about, as policy names it.
--   text: The question in words.
--   scene: The scene it concerns, null for the whole film.
--   beat: The beat it concerns.
--   tier: How it is decided: autonomous, collaborative or orchestrator; as the policy was when it was last opened.
--   rounds: The most rounds of debate it may have, likewise.
--   lead: The role accountable for it, likewise.
--   concerned: Roles that answer in each round, likewise.
--   characters: The names it is about, empty where it is not about names.
--   about: Number of the event it is about: the drift that was found; null for any other subject.
--   importance: What hangs on it, 0 a detail to 1 the whole film, likewise; null where nobody weighed it.
--   scope: Why it weighs that, and why it may have so many rounds, likewise.
--   round: The round it is in; 0 before the first.
--   status: open, awaiting (the orchestrator's word), decided, or dropped, once what it was about is gone.
--   recommended: The proposal put before the orchestrator, null while there is none.
--   approved: The proposal that holds, null until decided.
--   decision: Number of the event that decided it.
--   impasse: True when the rounds ran out and nobody in the crew might end it.
CREATE TABLE questions_history (
    stream VARCHAR, event BIGINT, position BIGINT, number BIGINT, subject VARCHAR, text VARCHAR, scene VARCHAR,
    beat BIGINT, tier VARCHAR, rounds BIGINT, lead VARCHAR, concerned VARCHAR[], characters VARCHAR[], about BIGINT,
    importance DOUBLE, scope VARCHAR, round BIGINT, status VARCHAR,
    recommended BIGINT, approved BIGINT, decision BIGINT, impasse BOOLEAN, cleared VARCHAR[]
);

INSERT INTO questions_history BY NAME
SELECT stream, event, position, coalesce(f.question, event) AS number,
       f.* EXCLUDE (question, proposal, round, terms, tier, rounds, lead, concerned, importance, scope),
       coalesce(f.tier, f.terms.tier) AS tier, coalesce(f.rounds, f.terms.rounds) AS rounds,
       coalesce(f.lead, f.terms.lead) AS lead, coalesce(f.concerned, f.terms.concerned) AS concerned,
       coalesce(f.importance, f.terms.importance) AS importance, coalesce(f.scope, f.terms.scope) AS scope,
       CASE WHEN type IN ('QuestionOpened', 'QuestionReopened', 'ProposalRejected') THEN 0 ELSE f.round END AS round,
       CASE type WHEN 'ApprovalRequested' THEN 'awaiting' WHEN 'ProposalApproved' THEN 'decided' WHEN 'QuestionDropped' THEN 'dropped'
                 WHEN 'RoundOpened' THEN NULL WHEN 'ImpasseReached' THEN NULL ELSE 'open' END AS status,
       CASE type WHEN 'ApprovalRequested' THEN f.proposal END AS recommended,
       CASE type WHEN 'ProposalApproved' THEN f.proposal END AS approved,
       CASE type WHEN 'ProposalApproved' THEN event END AS decision,
       CASE type WHEN 'ImpasseReached' THEN true WHEN 'QuestionOpened' THEN false WHEN 'QuestionReopened' THEN false
                 WHEN 'ProposalRejected' THEN false END AS impasse,
       CASE type WHEN 'QuestionReopened' THEN ['recommended', 'approved', 'decision']
                 WHEN 'ProposalRejected' THEN ['recommended'] WHEN 'ProposalApproved' THEN ['recommended']
                 WHEN 'QuestionDropped' THEN ['recommended'] END AS cleared
FROM (
    SELECT stream, number AS event, position, type, from_json(fact, '{
        "question": "BIGINT", "subject": "VARCHAR", "text": "VARCHAR", "scene": "VARCHAR", "beat": "BIGINT",
        "tier": "VARCHAR", "rounds": "BIGINT", "lead": "VARCHAR", "concerned": ["VARCHAR"],
        "importance": "DOUBLE", "scope": "VARCHAR", "characters": ["VARCHAR"], "about": "BIGINT", "round": "BIGINT",
        "proposal": "BIGINT",
        "terms": {"tier": "VARCHAR", "rounds": "BIGINT", "lead": "VARCHAR", "concerned": ["VARCHAR"],
                  "importance": "DOUBLE", "scope": "VARCHAR"}}') AS f
    FROM batch
    WHERE type IN ('QuestionOpened', 'QuestionReopened', 'QuestionDropped', 'RoundOpened', 'ApprovalRequested', 'ImpasseReached',
                   'ProposalApproved', 'ProposalRejected')
);
