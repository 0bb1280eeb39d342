"""Words by which a clause tells a fact: what people do, are, and are to each other, where things lie, and when."""

import itertools
from typing import NamedTuple


class Verb(NamedTuple):
    """Something that is done, by its past form, which names it."""

    past: str
    weight: int
    """How much a story turns on it: 3 it is grave, 2 it may matter, 1 only if something comes of it."""


_ROWS = """
3 killed: kill kills killed killing murder murders murdered murdering
3 shot: shoot shoots shot shooting
3 stabbed: stab stabs stabbed stabbing
3 poisoned: poison poisons poisoned poisoning
3 strangled: strangle strangles strangled strangling
3 drowned: drown drowns drowned drowning
3 took: steal steals stole stolen stealing pocket pockets pocketed pocketing swipe swipes swiped
3 robbed: rob robs robbed robbing
3 kidnapped: kidnap kidnaps kidnapped abduct abducts abducted
3 attacked: attack attacks attacked attacking
3 betrayed: betray betrays betrayed betraying
3 cheated: cheat cheats cheated cheating
3 blackmailed: blackmail blackmails blackmailed blackmailing
3 framed: frame frames framed framing
3 forged: forge forges forged forging fake fakes faked faking
3 sabotaged: sabotage sabotages sabotaged
3 bribed: bribe bribes bribed bribing
3 burned: burn burns burned burnt burning torch torches torched
3 destroyed: destroy destroys destroyed destroying
3 erased: erase erases erased delete deletes deleted
3 leaked: leak leaks leaked leaking
3 deserted: desert deserts deserted abandon abandons abandoned
3 married: marry marries married marrying
3 divorced: divorce divorces divorced divorcing
3 adopted: adopt adopts adopted
3 arrested: arrest arrests arrested
3 escaped: escape escapes escaped escaping
3 sank: sink sinks sank sunk
3 gambled: gamble gambles gambled
3 confessed: confess confesses confessed
3 hid: hide hides hid hidden hiding conceal conceals concealed stash stashes stashed
3 buried: bury buries buried burying
3 cut: cut cuts cutting
3 kissed: kiss kisses kissed kissing
3 swapped: swap swaps swapped switch switches switched
3 planted: plant plants planted planting
2 took: take takes took taken taking
2 sold: sell sells sold selling
2 bought: buy buys bought buying
2 left: leave leaves left leaving depart departs departed
2 lost: lose loses lost losing
2 lied: lie lies lied lying
2 fired: fire fires fired firing sack sacks sacked
2 hired: hire hires hired hiring
2 signed: sign signs signed signing
2 wrote: write writes wrote written writing
2 sent: send sends sent sending
2 stamped: stamp stamps stamped
2 kept: keep keeps kept keeping
2 paid: pay pays paid paying
2 owes: owe owes owed owing
2 borrowed: borrow borrows borrowed
2 found: find finds found finding discover discovers discovered
2 broke: break breaks broke broken breaking smash smashes smashed
2 opened: open opens opened opening
2 saved: save saves saved saving rescue rescues rescued
2 met: meet meets met meeting
2 followed: follow follows followed following
2 loves: love loves loved
2 hit: hit hits hitting
2 crashed: crash crashes crashed crashing
2 moved: move moves moved moving
2 promised: promise promises promised
2 warned: warn warns warned
2 reported: report reports reported
2 quit: quit quits quitting resign resigns resigned
2 sails: sail sails sailed sailing
2 gave: give gives gave given giving
2 invented: invent invents invented
2 knows: know knows knew known
1 saw: see sees saw seen seeing
1 told: tell tells told telling
1 came: come comes came coming
1 went: go goes went gone going
1 arrived: arrive arrives arrived arriving
1 starts: start starts started starting begin begins began begun
1 closes: close closes closed closing
1 put: put puts putting place places placed slip slips slipped tuck tucks tucked shove shoves shoved slide slides slid
1 dropped: drop drops dropped dropping
1 locked: lock locks locked locking
1 called: call calls called calling
1 waits: wait waits waited waiting
"""


_SAME = frozenset("cut hit quit put".split())
"""Their past is as their present."""


def _verbs() -> dict[str, Verb]:
    """Every form of a verb; the graver of two has a form that is both's."""
    found: dict[str, Verb] = {}
    for row in _ROWS.strip().splitlines():
        head, forms = row.split(": ")
        weight, past = head.split(" ", 1)
        for form in (*forms.split(), past):
            found.setdefault(form, Verb(past, int(weight)))
    return found


def _tenses() -> tuple[dict[str, str], frozenset[str]]:
    """The base of each verb by its past form, and the forms that tell of the past."""
    bases, past = dict[str, str](), set[str]()
    for row in _ROWS.strip().splitlines():
        head, listed = row.split(": ")
        forms = listed.split()
        bases[head.split(" ", 1)[1]] = forms[0]
        pairs = [(a, b) for a, b in itertools.pairwise(forms) if b in (a + "s", a + "es", a[:-1] + "ies")]
        present = {form for pair in pairs for form in pair} - _SAME
        past |= {form for form in forms if form not in present and not form.endswith("ing")}
    return bases, frozenset(past)


VERBS = _verbs()
BASES, PAST = _tenses()
LASTING = frozenset({"loves", "owes", "knows"})
"""What is so for as long as it is."""
HIDING = {"hid": 3, "buried": 3, "planted": 3, "put": 2, "left": 2, "dropped": 2, "locked": 2, "kept": 2}
"""What is done to a thing so that it lies somewhere, and how much turns on that."""
GIVING = frozenset("gave sent sold told paid owes wrote".split())
"""What is done to a thing for somebody, who is named first."""
TIMED = frozenset("left sails starts closes arrived came".split())
"""What things do at a time."""
WHOM = frozenset("left lost met hit followed loves saved fired hired warned saw told".split())
"""What matters where it is done to a person, and is done to things all day."""
NEEDS_OBJECT = frozenset(VERBS[form].past for form in VERBS) - {
    "drowned", "escaped", "confessed", "gambled", "quit", "crashed", "sails", "arrived", "moved", "deserted",
    "cheated", "married", "divorced", "sank",
}  # fmt: skip

STATES = {
    **dict.fromkeys(("dead", "died", "dies", "perished"), ("dead", 3)),
    **dict.fromkeys(("dying",), ("dying", 3)),
    **dict.fromkeys(("alive",), ("alive", 3)),
    **dict.fromkeys(("pregnant", "expecting"), ("pregnant", 3)),
    **dict.fromkeys(("ill", "sick", "unwell"), ("ill", 2)),
    **dict.fromkeys(("bankrupt", "broke", "ruined", "penniless"), ("bankrupt", 3)),
    **dict.fromkeys(("missing",), ("missing", 2)),
    **dict.fromkeys(("engaged",), ("engaged", 3)),
    **dict.fromkeys(("married",), ("married", 3)),
    **dict.fromkeys(("divorced",), ("divorced", 3)),
    **dict.fromkeys(("adopted",), ("adopted", 3)),
    **dict.fromkeys(("innocent",), ("innocent", 3)),
    **dict.fromkeys(("guilty",), ("guilty", 2)),
    **dict.fromkeys(("blind",), ("blind", 2)),
    **dict.fromkeys(("fired", "sacked"), ("fired", 3)),
    **dict.fromkeys(("arrested",), ("arrested", 3)),
    **dict.fromkeys(("leaving",), ("leaving", 2)),
    **dict.fromkeys(("cancer", "tumour", "tumor", "leukaemia", "leukemia"), ("ill", 3)),
}
"""What somebody is, and how much a story turns on it."""
OCCUPATIONS = frozenset(
    """spy cop policeman policewoman detective thief murderer killer traitor informer informant mole ghost witch
    vampire robot android clone impostor imposter fugitive deserter smuggler addict alcoholic orphan widow
    widower bastard agent journalist reporter heir heiress prisoner convict criminal fraud forger hitman
    bigamist saboteur""".split()
)
"""What somebody is in secret, or what changes who she is to others."""
KIN = frozenset(
    """father mother dad mum mom papa mama brother sister son daughter wife husband uncle aunt cousin nephew niece
    grandfather grandmother grandson granddaughter stepfather stepmother stepson stepdaughter twin fiance
    fiancé fiancee fiancée boss lover ex ex-wife ex-husband half-brother half-sister child parent""".split()
)
HAD = KIN - frozenset("father mother dad mum mom papa mama parent boss child".split())
"""Whom not everybody has."""
LIKE_KIN = {"dad": "father", "papa": "father", "mum": "mother", "mom": "mother", "mama": "mother"}
THINGS = frozenset(
    """key keys money letter letters gun pistol rifle knife body corpse map diamond diamonds box case suitcase bag
    will photograph photo picture tape file files drive disk ledger log logbook diary ring necklace passport
    passports poison bomb bottle gold cash papers document documents evidence phone boat car treasure recording
    notebook journal safe coin coins jewel jewels pills drugs weapon package parcel envelope contract deed
    painting watch chest crown sword stone manuscript script film camera laptop ticket tickets medicine
    antidote vial sample report list book notes note bones skeleton bracelet locket brooch axe rope torch lamp
    lantern wallet purse badge formula blueprint blueprints chip disc cassette negatives receipt cheque check
    bearer bonds""".split()
)
"""Things that can be hidden, lost, stolen and found."""
CODES = frozenset({"code", "password", "passcode", "combination", "pin", "codeword"})
PREPOSITIONS = {
    "under": "under", "beneath": "under", "underneath": "under", "below": "under", "behind": "behind", "in": "in",
    "inside": "in", "into": "in", "within": "in", "on": "on", "onto": "on", "atop": "on", "beside": "by", "by": "by",
    "near": "by", "above": "above", "over": "above", "between": "between", "among": "among", "at": "at",
}  # fmt: skip
"""Each with the one that names the place."""
ENDS_PHRASE = frozenset(
    """with from to for of about against until till before after since through across off out up down away back
    when while because if that who which and or but so as than then there here again too either anymore instead
    without yesterday today tonight tomorrow now ago myself yourself himself herself themselves ourselves where
    why how once every together alone first already yet still ever""".split()
)
TIMES = frozenset(
    """tonight tomorrow dawn midnight noon sunrise sunset daybreak nightfall dusk monday tuesday wednesday
    thursday friday saturday sunday""".split()
)
HOURS = frozenset("one two three four five six seven eight nine ten eleven twelve".split())
AT = HOURS | frozenset("dawn midnight noon sunrise sunset daybreak nightfall dusk".split())
"""Times that something is at."""
DETERMINERS = frozenset("the a an this that these those all both some every each no any its".split())
POSSESSIVES = frozenset("my your his her our their".split())
ADVERBS = frozenset(
    """just really also already still only once always secretly even actually finally both truly simply probably
    definitely certainly honestly then ever all now soon almost personally never""".split()
)
BE = frozenset("is 's are 're am 'm was were".split())
DIED = frozenset("died dies perished".split())
HAVE = frozenset("have has had 've".split())
DO = frozenset("do does did".split())
WILL = frozenset("will 'll shall gonna".split())
MODALS = frozenset("can could would should might may must ought 'd ca".split())
NEGATIONS = frozenset({"not", "n't", "never"})
ABSTRACT = frozenset(
    """point question answer truth thing things trouble problem matter world idea time way day night life fact
    rest something anything everything nothing one ones lot bit moment mind heart hand hands eyes eye face head
    breath look care word words place turn part step side chance job love seat nap bath break phone call drink
    walk smile mouth minute second hour week month year story matter""".split()
)
"""What can be done something to without anything being done: take a seat, lose time, keep your head."""
OPENERS = frozenset(
    """yes no yeah well look listen please oh and but so because then now that ah okay ok right sure hey sorry god
    remember understand know knew said says told thought""".split()
)
NOT_NAMES = frozenset(
    """the a an this that these those it there what who where when why how which nobody everybody someone somebody
    anybody everyone nothing something everything anything i we you he she they my your his her our their its
    yes no not and but if so because then now here just one all please well god oh let never maybe perhaps only
    even still too both either neither each every some any many most more such same other another don't do did
    does is are was were am be have has had will would can could should might may must shall get go come take
    give tell ask look see""".split()
)
