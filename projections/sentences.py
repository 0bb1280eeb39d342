"""What an event says, in the crew's words: what its actor did, so that the actor's name goes before it."""

from collections.abc import Callable, Mapping
from typing import Any

Fact = Mapping[str, Any]

LONGEST = 110
"""Characters of quoted text that a line keeps."""


def sentence(kind: str, fact: Fact) -> str:
    """One line for a stored fact: `planned shot 12B: close on MAYA, 85mm`. An unknown kind stands for itself."""
    said = SENTENCES.get(kind)
    return " ".join(said(fact).split()) if said else kind


def option_line(option: Fact) -> str:
    """What a proposal puts forward, as `domain.debate.options.describe` has it."""
    match option.get("kind"):
        case "approach" | "choice" | "trade_off" | "identity":
            return str(option["statement"])
        case "shot":
            return str(option["spec"]["description"])
        case "revision":
            return f"{option['shot']} as {option['spec']['description']}"
        case "outline":
            return f"{len(option['scenes'])} scenes: " + "; ".join(s["heading"] for s in option["scenes"])
        case "scene_text":
            said = [line for line in option["lines"] if line["kind"] == "dialogue"]
            last = f", ending on “{said[-1]['text']}”" if said else ""
            return f"{len(option['lines'])} lines, {len(said)} of them spoken{last}"
        case "alias":
            one, two = option["names"]
            same = f"one character, {option['keep']}" if option.get("keep") else "two characters"
            return f"{one} and {two} are {same}"
        case other:
            return str(other)


def short(text: Any, longest: int = LONGEST) -> str:
    """Text on one line, cut between words."""
    line = " ".join(str(text).split())
    if len(line) <= longest:
        return line
    return line[:longest].rsplit(" ", 1)[0].rstrip(",;:") + " …"


def _because(fact: Fact) -> str:
    tied = f" ({fact['criterion']})" if fact.get("criterion") else ""
    return f": {fact['reason']}{tied}" if fact.get("reason") else ""


WORKS: Mapping[str, str] = {
    "AmbienceDesigned": "the ambience of {key}",
    "ArcDrawn": "the arc of {key}",
    "BudgetEstimated": "the budget",
    "CharacterSketched": "the sketch of {key}",
    "CueWritten": "cue {key}",
    "FactFound": "the fact {key}",
    "FindingMade": "the finding {key}",
    "FactsRead": "the reading for facts",
    "IdentityDrawn": "the identity of {key}",
    "MotifComposed": "the theme for {key}",
    "PropListed": "the property {key}",
    "RisksAssessed": "the risks",
    "SceneAssembled": "the assembly of scene {key}",
    "SceneBlocked": "the blocking of scene {key}",
    "SceneLearned": "what was learned: {key}",
    "SceneLit": "the lighting of scene {key}",
    "SceneLived": "what was lived through: {key}",
    "SceneListed": "the breakdown of scene {key}",
    "SceneSpotted": "the spotting of scene {key}",
    "ScheduleMade": "the schedule",
    "SetDesigned": "the set {key}",
    "SetGathered": "the set {key}",
    "ShotsDetailed": "the shot list of scene {key}",
    "SceneRehearsed": "the rehearsal of scene {key}",
    "StructureRead": "the structure",
    "TakePlayed": "the take {key}",
    "ThemeFound": "what it reads as the theme of {key}",
    "SeasonArcDrawn": "the season arc {key}",
    "RunningThemeFound": "the running theme {key}",
    "ContinuityRead": "the continuity report",
    "FatesRead": "the list of fates",
    "ContradictionFound": "the contradiction {key}",
}
"""A kind of work as the crew calls it; one that is not listed stands for itself."""


def _struck(fact: Fact) -> str:
    """What was taken back: the theme for the film, cue 1m2."""
    key = "the film" if fact["key"] == "film" else fact["key"]
    return WORKS.get(fact["work"], "{work} {key}").format(work=fact["work"], key=key)


def _played(fact: Fact) -> str:
    """What a take is after, and how it goes about it."""
    after = short(fact["intent"] or fact["subtext"])
    return f"{after}{', ' * bool(after)}to {fact['tactic']}" if fact.get("tactic") else after


def _like(identity: Fact) -> str:
    """What somebody is like, in words: loyal, curt; 58."""
    said = [", ".join(trait["trait"] for trait in identity["traits"]), identity["desire"]]
    return short("; ".join(part for part in said if part) or "nothing is said of it")


def _appraised(fact: Fact) -> str:
    """The strongest of what a scene's events were to somebody: anger, at line 4."""
    top = max(fact["appraisals"], key=lambda one: one["intensity"], default=None)
    return f", most by {top['emotion']} at line {top['line']}" if top else ""


def _turned(fact: Fact) -> str:
    """What a reading for facts changed: 2 new, 1 gone."""
    counts = (
        (len(fact[kind]), word)
        for kind, word in (("found", "new"), ("changed", "told otherwise"), ("gone", "gone"))
    )
    said = ", ".join(f"{count} {word}" for count, word in counts if count)
    return f", {said}" if said else ""


def _assumed(fact: Fact) -> str:
    return ", by default" if fact.get("default") else ""


def _noted(fact: Fact) -> str:
    return f": {fact['note']}" if fact.get("note") else ""


def _where(fact: Fact) -> str:
    scene = f" of scene {fact['scene']}" if fact.get("scene") else ""
    return (
        f" (beat {fact['beat']}{scene})" if fact.get("beat") else f" (scene {fact['scene']})" if scene else ""
    )


def _about(fact: Fact) -> str:
    if fact.get("table"):
        return f" about {fact['table']} {fact['key']}"
    return f" about event {fact['about']}" if fact.get("about") is not None else ""


def _names(people: Any) -> str:
    return ", ".join(map(str, people)) or "nobody"


def _spec(spec: Fact) -> str:
    return f"{spec['size']} {spec['type']}, {spec['lens_mm']}mm: {short(spec['description'])}"


def _heading(fact: Fact) -> str:
    return fact.get("heading") or "what stands before the first slug line"


def _beats(fact: Fact) -> str:
    return f"divided scene {fact['scene']} into {len(fact['beats'])} beats" + (
        f", {len(fact['debated'])} of them worth a question" if "debated" in fact else ""
    )


def _feels(fact: Fact) -> str:
    quote = f' at "{short(fact["quote"], 60)}"' if fact.get("quote") else ""
    felt = f"felt {fact['feeling']}" if fact["feeling"] != "unknown" else "could not say what was felt"
    return f"{felt} in scene {fact['scene']}{quote}: {fact['reason']}"


def _approved(fact: Fact) -> str:
    under = {
        "autonomous": "on its own authority",
        "consensus": "by consensus",
        "ruling": "by the lead's ruling",
        "standing_order": f"under standing order {fact.get('standing_order')}",
        "orchestrator": "as the orchestrator",
    }[fact["authority"]]
    return f"approved proposal {fact['proposal']} for question {fact['question']} {under}{_noted(fact)}"


def _objected(fact: Fact) -> str:
    blocked = "blocked" if fact.get("blocking") else "objected to"
    return f"{blocked} proposal {fact['proposal']}{_because(fact)}"


def _carries_out(fact: Fact) -> str:
    return f" (question {fact['question']})" if fact.get("question") else ""


def _own_words(fact: Fact) -> str:
    count = len(fact["lines"])
    return f", {count} line{'' if count == 1 else 's'} in her own words" if count else ""


def _directed(fact: Fact) -> str:
    notes = [f"{take['character']}, {take['note']}" for take in fact["takes"] if take.get("note")]
    return f", with a note: {short('; '.join(notes))}" if notes else ""


RETYPED = "typed another way"


def _revised(fact: Fact) -> str:
    number, runs, lines = fact["number"], fact["runs"], len(fact["elements"])
    kept = sum(run["count"] for run in runs if not run["edited"])
    origins = dict.fromkeys(run["scene"] for run in runs if run["scene"] != fact["scene"])
    if len(origins) == len({run["scene"] for run in runs}):
        given = f", with lines of scene {_names(origins)}" if origins else ""
        return f"put scene {number} in{given}: {_heading(fact)}"
    gone = f", {fact['lost']} gone" if fact["lost"] else ""
    given = f"; some were in scene {_names(origins)} before" if origins else ""
    if lines == kept and not given and not gone:
        return f"left every line of scene {number} as it was, {RETYPED}"
    return f"gave scene {number} other lines: {lines - kept} of {lines} are new or changed{gone}{given}"


def _recounted(fact: Fact) -> str:
    if not fact["speeches"]:
        return f"counted no speech of {fact['character']} any more"
    return f"counted {_speeches(fact)} of {fact['character']}, first in scene {fact['first_scene']}"


def _speeches(fact: Fact) -> str:
    return f"{fact['speeches']} speech{'' if fact['speeches'] == 1 else 'es'}"


def _omitted(fact: Fact) -> str:
    return f"omitted scene {fact['number']}" + (
        f"; lines went to scene {fact['into']}" if fact["into"] else ""
    )


def _in_scenes(fact: Fact) -> str:
    scenes = fact["scenes"]
    return f", in scene{'s' * (len(scenes) > 1)} {short(', '.join(scenes), 40)}" if scenes else ""


def _at(fact: Fact) -> str:
    return f' at "{short(fact["quote"], 60)}"' if fact.get("quote") else ""


def _granted(fact: Fact) -> list[str]:
    money = [f"a cost of {fact['amount']}"] if fact.get("amount") is not None else []
    return money + ([f"{fact['days']} shooting days"] if fact.get("days") is not None else [])


def _opened(fact: Fact) -> str:
    told = {
        "script": " from a script",
        "idea": " from a story idea",
        "series": ", a series",
        "character": ", a character",
    }
    return f"opened {fact['title']}{told[fact['form']]}"


def _episode(fact: Fact) -> str:
    return f"S{fact['season']}E{fact['number']}"


def _many(things: Any, noun: str) -> str:
    plural = f"{noun}s" if noun != "life" else "lives"
    return f"{len(things)} {noun if len(things) == 1 else plural}"


def _ended(life: Fact) -> str:
    """What became of her for good: , dead by the end."""
    fate = life["fate"] and life["fate"]["fate"]
    return f", {fate} by the end" if fate else ""


def _later(years: int | None) -> str:
    if years is None:
        return "nobody said how long after"
    count = f"{abs(years)} year{'' if abs(years) == 1 else 's'}"
    return f"{count} {'before' if years < 0 else 'on'}"


def _fate(fate: Fact) -> str:
    return f"{fate['character']} is {fate['fate']} in scene {fate['scene']}"


def _writes(fact: Fact) -> str:
    if fact.get("answers") is None:
        return "asked" if fact.get("asks") else "wrote to"
    return "agreed with" if fact.get("heeds") else "answered"


SENTENCES: dict[str, Callable[[Fact], str]] = {
    "ProductionOpened": _opened,
    "ProductionForked": lambda f: f"forked it from {f['parent']}@{f['number']}",
    "VisionStated": lambda f: f"stated the vision: {short(f['text'])}",
    "IdeaStated": lambda f: f"stated the idea: {short(f['text'])}",
    "ConstraintImposed": lambda f: f"imposed a constraint: {short(f['text'])}",
    "BroadcastSent": lambda f: f"told the whole crew: {short(f['text'])}",
    "PolicySet": lambda f: (
        f"left {f['subject']} to the tier {f['tier']}, {f['lead']} leading, "
        f"{f['rounds']} round{'' if f['rounds'] == 1 else 's'}"
        f"{_assumed(f) or ', asking ' + _names(f['concerned'])}"
    ),
    "StandingOrderGiven": lambda f: (
        f"gave a standing order on {f['subject']}"
        f"{' unless somebody objects' if f.get('unless_objected') else ''}: {short(f['text'])}{_assumed(f)}"
    ),
    "StandingOrderRevoked": lambda f: f"took back standing order {f['order']} on {f['subject']}",
    "ApprovalModeSet": lambda f: f"set approval to {f['mode']}{_assumed(f)}",
    "RoleJoined": lambda f: f"had {f['role']} join the roster",
    "PhaseEntered": lambda f: f"moved work to {f['phase']}{_assumed(f)}",
    "ProductionWrapped": lambda f: "wrapped the production",
    "ProductionReopened": lambda f: f"reopened the production{_because(f)}",
    "ProductionPaused": lambda f: f"paused the production{_because(f)}",
    "ProductionResumed": lambda f: f"had the work go on that was paused at {f['pause']}{_because(f)}",
    "ProductionRedirected": lambda f: f"turned the work another way: {short(f['text'])}{_because(f)}",
    "DecisionOverruled": lambda f: f"overruled the crew on question {f['question']}{_because(f)}",
    "WorkOverruled": lambda f: f"overruled {_struck(f)}{_because(f)}",
    "ScriptImported": lambda f: f"took in the script {f['source']}",
    "SceneWritten": lambda f: f"wrote scene {f['scene']}: {_heading(f)}",
    "SceneDrafted": lambda f: f"wrote scene {f['place']} of {f['of']}: {short(f['synopsis'])}",
    "CharacterSketched": lambda f: (
        f"brought in {f['character']}, {short(f['who'])}, who wants {short(f['want'])}"
    ),
    "DraftImported": lambda f: f"took in draft {f['draft']} ({f['colour']}) from {f['source']}",
    "DraftWritten": lambda f: f"wrote draft {f['draft']} ({f['colour']}){_because(f)}",
    "TakePlayed": lambda f: (
        f"played {'another take of ' * (f['take'] > 1)}scene {f['scene']}: {_played(f)}"
        f"{_own_words(f)}{'; objects: ' + short(f['objects'], 60) if f.get('objects') else ''}"
    ),
    "TakeAsked": lambda f: (
        f"asked {f['character']} for another take of scene {f['scene']}{': ' * bool(f['note'])}{short(f['note'])}"
    ),
    "TakeCircled": lambda f: f"circled take {f['take']} of {f['character']}'s in scene {f['scene']}",
    "SceneRehearsed": lambda f: (
        f"heard {len(f['takes'])} take{'' if len(f['takes']) == 1 else 's'} of scene {f['scene']}{_directed(f)}"
    ),
    "SceneRevised": _revised,
    "SceneOmitted": _omitted,
    "SceneRenumbered": lambda f: f"gave scene {f['scene']} the number {f['number']}",
    "ScenesOrdered": lambda f: (
        f"moved scene {_names(f['moved'])}" if f["moved"] else "put the scenes in order"
    ),
    "SceneBrokenDown": _beats,
    "ScriptPaged": lambda f: (
        f"paged the script: {f['pages']} page{'' if f['pages'] == 1 else 's'}{_assumed(f)}"
    ),
    "CharacterIntroduced": lambda f: (
        f"introduced {f['character']}, {_speeches(f)}, first in scene {f['first_scene']}"
    ),
    "CharacterRecounted": _recounted,
    "EmotionalStateChanged": _feels,
    "EmotionalStateReopened": lambda f: f"reopened what {f['character']} feels in scene {f['scene']}",
    "CharactersJoined": lambda f: (
        f"joined {f['name']} into {f['into']}, who speaks for both{_in_scenes(f)}{_carries_out(f)}"
    ),
    "CharactersParted": lambda f: (
        f"parted {f['name']} from {f['out_of']}: two characters again{_in_scenes(f)}{_carries_out(f)}"
    ),
    "ShotPlanned": lambda f: f"planned shot {f['shot']}: {_spec(f['spec'])}{_carries_out(f)}",
    "ShotReopened": lambda f: f"reopened shot {f['shot']}: its lines changed",
    "ShotReplanned": lambda f: f"planned shot {f['shot']} again: {_spec(f['spec'])}{_carries_out(f)}",
    "ShotOmitted": lambda f: f"omitted shot {f['shot']}: {f['reason']}",
    "ShotRevised": lambda f: f"revised shot {f['shot']}: {_spec(f['spec'])}{_carries_out(f)}",
    "DriftFound": lambda f: (
        f"found question {f['drifted']} decided away from “{short(f['against'], 60)}” ({f['far']:g}){_because(f)}"
    ),
    "ChangeHeldBack": lambda f: (
        f"held back that {f['character']} becomes another: {f['would']:g} on {f['facet']}, beyond {f['low']:g} to "
        f"{f['high']:g}{_because(f)}"
    ),
    "QuestionOpened": lambda f: f"asked: {f['text']}{_where(f)}",
    "QuestionReopened": lambda f: f"reopened question {f['question']}{_because(f)}{_assumed(f)}",
    "QuestionDropped": lambda f: f"dropped question {f['question']}{_because(f)}",
    "ProposalMade": lambda f: f"proposed {short(option_line(f['option']))}{_because(f)}",
    "AlternativeOffered": lambda f: (
        f"offered {short(option_line(f['option']))} instead of proposal {f['rival']}{_because(f)}"
    ),
    "ProposalAmended": lambda f: (
        f"amended proposal {f['proposal']} to {short(option_line(f['option']))}{_because(f)}"
    ),
    "ProposalWithdrawn": lambda f: f"withdrew proposal {f['proposal']}{_because(f)}",
    "ObjectionWithdrawn": lambda f: (
        f"withdrew objection {f['objection']} to proposal {f['proposal']}{_because(f)}"
    ),
    "RoundOpened": lambda f: (
        f"opened round {f['round']} of question {f['question']} to {_names(f['waiting'])}{_because(f)}"
    ),
    "SupportGiven": lambda f: f"supported proposal {f['proposal']}{_because(f)}",
    "ObjectionRaised": _objected,
    "RoundClosed": lambda f: f"closed round {f['round']} of question {f['question']}{_because(f)}",
    "ProposalRuled": lambda f: f"ruled for proposal {f['proposal']}{_because(f)}",
    "ImpasseReached": lambda f: (
        f"reached an impasse on question {f['question']}, leaning to proposal {f['proposal']}"
    ),
    "ApprovalRequested": lambda f: (
        f"put proposal {f['proposal']} of question {f['question']} up for approval"
    ),
    "ProposalApproved": _approved,
    "ApprovalVoided": lambda f: (
        f"touched what was approved at {f['decision']} on question {f['question']}, which holds no more{_because(f)}"
    ),
    "ProposalRejected": lambda f: f"rejected proposal {f['proposal']} of question {f['question']}{_noted(f)}",
    "DissentRecorded": lambda f: f"kept the dissent of {f['role']}: {f['reason']}",
    "RelationshipMoved": lambda f: (
        f"stood otherwise to {f['other']} in scene {f['scene']}: {f['moved']}{_at(f)}{_because(f)}"
    ),
    "IdentityDrawn": lambda f: (
        f"{'settled' if f['decided'] else 'read'} who {f['character']} is: {_like(f['identity'])}{_because(f)}"
    ),
    "SceneLived": lambda f: (
        f"went through scene {f['scene']} and was left {f['mood']}{_appraised(f)}{_because(f)}"
    ),
    "FactFound": lambda f: (
        f"found {'the lie' if f['untrue'] else 'the secret' if f['secret'] else 'the fact'} {f['fact']}: "
        f"{short(f['text'])}"
    ),
    "FactsRead": lambda f: (
        f"read draft {f['draft']} for what there is to know: {f['facts']} fact{'' if f['facts'] == 1 else 's'}"
        f"{_turned(f)}"
    ),
    "FindingMade": lambda f: f"found in scene {f['scene']}: {short(f['text'])}",
    "SceneLearned": lambda f: (
        f"learned in scene {f['scene']}: {short(', '.join(one['fact'] for one in f['learned']))}"
    ),
    "StructureRead": lambda f: (
        f"read {len(f['acts'])} act{'' if len(f['acts']) == 1 else 's'} and {len(f['points'])} turning points: "
        f"{short(f['balance'])}"
    ),
    "ArcDrawn": lambda f: f"drew the arc of {f['character']}: {f['shape']}{_because(f)}",
    "ThemeFound": lambda f: f"found the theme {f['theme']} in {len(f['showings'])} lines{_because(f)}",
    "SetGathered": lambda f: (
        f"gathered the set {f['set']}, of scene{'s' * (len(f['scenes']) > 1)} {short(', '.join(f['scenes']), 40)}"
        f"{_because(f)}"
    ),
    "SetDesigned": lambda f: f"designed {f['set']}: {short(f['environment'])}{_because(f)}",
    "PropListed": lambda f: f"listed the property {f['prop']}{_because(f)}",
    "SceneBlocked": lambda f: (
        f"blocked scene {f['scene']}: {len(f['marks'])} marks, {len(f['moves'])} moves{_because(f)}"
    ),
    "SceneLit": lambda f: (
        f"lit scene {f['scene']} {f['key_light'].lower()} key, {f['ratio']:g}:1, {f['kelvin']} K{_because(f)}"
    ),
    "ShotsDetailed": lambda f: f"completed the shot list of scene {f['scene']}{_because(f)}",
    "SceneAssembled": lambda f: (
        f"assembled scene {f['scene']}: {len(f['cuts'])} cuts, {f['seconds']:g} seconds{_because(f)}"
    ),
    "MotifComposed": lambda f: (
        f"composed the theme {f['title']} for {f['whose']}, {f['music_key']}, {f['instrument']}{_because(f)}"
    ),
    "CueWritten": lambda f: (
        f"wrote cue {f['cue']} for scene {f['scene']}: {f['title']}, {f['mood']}, {f['variation']}{_because(f)}"
    ),
    "SceneSpotted": lambda f: (
        f"spotted scene {f['scene']}: {len(f['spots'])} sounds, {f['leads']} leading{_because(f)}"
    ),
    "AmbienceDesigned": lambda f: (
        f"gave {f['set']} its ambience: {short(', '.join(f['layers']))}{_because(f)}"
    ),
    "SceneListed": lambda f: f"broke scene {f['scene']} down: {len(f['items'])} items{_because(f)}",
    "ScheduleMade": lambda f: (
        f"scheduled {len(f['days'])} day{'' if len(f['days']) == 1 else 's'}, {f['idle']} idle{_because(f)}"
    ),
    "BudgetEstimated": lambda f: f"estimated the film at {f['total']}{_because(f)}",
    "RisksAssessed": lambda f: (
        f"named {len(f['risks'])} risk{'' if len(f['risks']) == 1 else 's'}{_because(f)}"
    ),
    "WorkStruck": lambda f: f"took back {_struck(f)}{_because(f)}",
    "WorkPresented": lambda f: f"presented in {f['phase']}: {short(f['text'])}",
    "MoneyAllotted": lambda f: f"allotted {f['amount']}",
    "DaysAllotted": lambda f: f"allotted {f['days']} shooting day{'' if f['days'] == 1 else 's'}",
    "ResourceGranted": lambda f: (
        f"granted {' and '.join(_granted(f))} as was decided (question {f['question']})"
    ),
    "NoteGiven": lambda f: f"gave {f['to']} a note{_about(f)}: {short(f['text'])}",
    "NoteAnswered": lambda f: f"answered note {f['note']}: {short(f['text'])}",
    "EpisodePlaced": lambda f: f"made {f['production']} {_episode(f)}: {f['title']}",
    "EpisodeTaken": lambda f: (
        f"took in {_episode(f)}, {f['production']}@{f['at']}: {_many(f['arcs'], 'arc')}, "
        f"{_many(f['themes'], 'theme')}, {_many(f['bonds'], 'relationship')}"
    ),
    "SeriesJoined": lambda f: f"made this {_episode(f)} of {f['series']}",
    "SeriesBibleTaken": lambda f: (
        f"took over the bible of {f['series']}@{f['at']}: {_many(f['themes'], 'theme')}, "
        f"{_many(f['arcs'], 'arc')}, {len(f['people'])} people"
    ),
    "SeriesWordsTaken": lambda f: (
        f"took over what was said in {f['series']}@{f['at']}: "
        f"{_many(f['constraints'], 'constraint')}, {_many(f['orders'], 'standing order')}"
    ),
    "SeasonArcDrawn": lambda f: (
        f"drew the arc of {f['character']} through season {f['season']}: {f['shape']}{_because(f)}"
    ),
    "RunningThemeFound": lambda f: (
        f"found that {f['theme']} runs through {', '.join(e['episode'] for e in f['episodes']) or 'no episode'}"
        f"{_because(f)}"
    ),
    "ContinuityRead": lambda f: (
        f"found {len(f['findings'])} thing{'' if len(f['findings']) == 1 else 's'} that do"
        f"{'es' if len(f['findings']) == 1 else ''} not join up{_because(f)}"
    ),
    "FatesRead": lambda f: (
        f"read who does not come back: {', '.join(_fate(fate) for fate in f['fates'])}{_because(f)}"
    ),
    "LifeTaken": lambda f: (
        f"took in what {f['character']} lived through in {f['episode'] or f['title']}, {f['production']}@{f['at']}: "
        f"{_many(f['life']['bonds'], 'relationship')}, {_many(f['life']['known'], 'fact')} known{_ended(f['life'])}"
    ),
    "CharacterCast": lambda f: (
        f"cast {f['character']} from {f['canon']}@{f['at']}, {_later(f['years'])}: {_many(f['lives'], 'life')}, "
        f"{_many(f['life']['bonds'], 'relationship')}, {_many(f['life']['known'], 'fact')} known"
    ),
    "CharacterBrought": lambda f: (
        f"brought {f['name']} from another studio: {f['upto'] + 1} events, head {f['head'][:12]}"
    ),
    "ContradictionFound": lambda f: (
        f"found that {f['was']} and {f['now']} are at odds about {f['character']}: {short(f['earlier'], 80)}; "
        f"{short(f['later'], 80)}"
    ),
    "CrewCameFrom": lambda f: (
        f"had the crew come from {_names(f['productions'])}{_assumed(f)}"
        if f["productions"]
        else "had the crew begin afresh"
    ),
    "LessonsTaken": lambda f: (
        f"had {f['role']} remember {_many(f['lessons'], 'lesson')}: "
        f"{short('; '.join(lesson['text'] for lesson in f['lessons']))}"
    ),
    "MessageSent": lambda f: f"{_writes(f)} {f['to']}: {short(f['text'])}",
    "ReactionPassed": lambda f: f"had nothing to say: {f['reason']}",
    "CommandRefused": lambda f: f"was refused {f['command']}: {f['reason']}",
    "AnswerFailed": lambda f: (
        f"had no answer to {f['task']} from {f['mind']}, so the house stood in: {f['problems'][-1]}"
    ),
    "MindAssigned": lambda f: f"had {f['mind']}{f['model'] and ':' + f['model']} think for {f['role']}",
    "SpendingCapped": lambda f: f"capped what minds may cost at ${f['amount_usd']}",
    "PromptKept": lambda f: "kept a piece of a prompt",
    "CallReserved": lambda f: f"set ${f['most_usd']} aside for {f['task']} of {f['role']}",
    "CallSettled": lambda f: (
        "does not know what a call cost" if f["cost_usd"] is None else f"paid ${f['cost_usd']} for a call"
    ),
    "CompletionRecorded": lambda f: f"answered {f['task']} with {f['model']}: {f['outcome']}",
}
