"""Themes that films are about, and the words and collocations in which they show."""

_TABLE = """
truth and lies: lie, lied, lies, lying, liar, truth, the truth, honest, dishonest, secret, secrets,
    confess, confession, pretend, pretended, pretending, deceive, betray, cover up, ~knew, you knew, who
    told you, ~never told, found out, fake, going to tell you, ~you said, ~i told you, ~you told me
guilt and forgiveness: sorry, i'm sorry, so sorry, forgive, forgave, forgiven, forgiveness, guilt,
    guilty, fault, my fault, your fault, blame, apologize, apologise, apology, ashamed, shame, regret, i
    did it, make it up to, mercy
time running out: too late, late, ~clock, deadline, countdown, counts down, running out, ran out, in
    time, hurry, ~years, ten years, before it's, no time, last chance, ~tonight, ~waited, waste of time,
    tick, ticks, ticking
death and grief: dead, death, die, died, dies, dying, funeral, grave, coffin, buried, bury, mourn,
    mourning, grief, grieve, widow, killed, ghost, passed away, ~lost, ashes, cemetery, will never see
love: love, loved, loves, i love you, in love, kiss, kisses, darling, marry, marriage, wedding, married,
    bride, groom, romance, sweetheart, heart
family: mother, father, mum, mom, mama, papa, dad, daddy, brother, sister, son, daughter, aunt, uncle,
    grandma, grandmother, grandfather, family, parents, child, children, cousin, nephew, niece
home and leaving it: home, my house, house back, ~house, go home, come home, leave home, ~leave,
    ~leaving, goodbye, farewell, ferry, return, came back, come back, go back, never left, homesick,
    suitcase, belong, ~island, abroad, moved away
loneliness: alone, lonely, loneliness, nobody left, left alone, all alone, abandoned, forgotten,
    isolated, by myself, by yourself, no one comes, nobody comes, outcast, stranger, strangers
what goes unsaid: silence, ~silent, never said, never told, unsaid, unopened, unread, say it, letter,
    letters, didn't answer, no answer, say nothing, says nothing, never read, speechless, don't speak,
    can't say
power and obedience: obey, order, orders, instructions, boss, command, commands, control, controls,
    authority, master, servant, ~sir, permission, allowed, forbidden, rule, rules, takeover, invade,
    invaded, power, powerful, pawn, king, queen, crown, loyalty
machines and people: ~phone, ~phones, smartphone, app, computer, ~screen, robot, machine, machines,
    cyber, cybernetic, android, algorithm, network, internet, server, digital, technology, translator,
    teleport, teleporter, artificial, virtual
money and what it costs: money, cash, rich, poor, pay, paid, debt, owe, owes, price, dollars, pounds,
    bank, rent, afford, sell, sold, buy, wages, investment, investments, invest, fortune, expensive,
    bribe
work and worth: job, work, fired, hired, office, career, promotion, boss, employee, ~meeting, quit,
    resign, unemployed, salary, colleague, colleagues, haven't worked, doesn't work there, laid off,
    unemployment
justice and revenge: revenge, arrest, forged, forgery, ~police, avenge, justice, innocent, guilty,
    court, judge, trial, prison, jail, crime, criminal, murder, murderer, punish, punished, pay for, get
    even, evidence, confess, witness
violence: gun, guns, pistol, rifle, knife, shoot, shoots, shot, gunshot, kill, kills, blood, war,
    soldier, soldiers, bomb, bullet, fight, fights, weapon, stab, attack
freedom and escape: free, freedom, escape, escaped, escapes, trapped, cage, caged, prison, prisoner,
    locked, chain, chains, runs away, run away, get out, way out, let me go, let go
friendship and loyalty: friend, friends, friendship, buddy, pal, trust, trusted, loyal, loyalty, betray,
    betrayed, side by side, stick together, together, team, best friend, best friends, reunion
identity: who am i, who are you, who i am, who you are, identity, disguise, mask, name, my name, your
    name, real name, costume, pretend to be, mirror, reflection, impostor, double
memory: remember, remembers, remembered, memory, memories, forget, forgot, forgotten, photograph,
    photographs, photo, photos, diary, recall, nostalgia, back then, used to, old days
fear and courage: afraid, fear, fearful, scared, terrified, brave, courage, coward, dare, frightened,
    panic, terror, monster, nightmare, hide, hides, hiding
hope and faith: hope, hoped, faith, pray, prayer, god, believe, believed, believes, church, miracle,
    light answers, heaven, soul, trust me, dream, dreams, wish
light in the dark: lamp, lamps, lantern, lighthouse, candle, match, matches, ~light, ~lights, ~dark,
    darkness, shadow, shadows, light goes out, light went out, lights go out, goes out, unlit
ambition and proving oneself: win, winner, winning, won, lose, loser, champion, championship, score,
    medal, record, practice, prove, talent, famous, fame, success, failure, failed, ambition,
    competition, contest, best in, confidence
growing up: school, teacher, student, students, homework, birthday, grow up, grown up, teenager,
    childhood, graduate, graduation, first time, when i was a, when you were little
belonging and class: upper class, working class, lady, gentleman, servants, society, manners,
    respectable, aristocrat, invitation, not one of us, outsider, immigrant, foreigner, accent, papers,
    passport, border
nature and the sea: sea, ocean, tide, water, boat, ship, waves, harbour, harbor, storm, wind, rain,
    forest, river, mountain, animals, earth, fish
animals and people: dog, dogs, doggy, cat, cats, horse, horses, chihuahua, chihuahuas, puppy, bark,
    barks, animal, animals, leash, birds, wolf
the body and illness: hospital, doctor, nurse, sick, ill, illness, cancer, disease, pain, pills,
    medicine, surgery, pregnant, wound, heal, cure, drunk, drink
madness and reason: crazy, mad, insane, madness, sane, asylum, delusion, voices in, losing my mind, lose
    my mind, normal, hallucination, paranoid
"""

WEAK = 0.4
"""What a word marked ~ counts: it shows a theme only where stronger ones do."""


def _row(row: str) -> dict[str, dict[str, float]]:
    name, _, words = row.partition(":")
    told = [word.strip() for word in words.split(",") if word.strip()]
    return {name.strip(): {word.lstrip("~"): WEAK if word.startswith("~") else 1.0 for word in told}}


THEMES: dict[str, dict[str, float]] = {
    name: words
    for row in _TABLE.strip().replace("\n    ", " ").split("\n")
    for name, words in _row(row).items()
}
"""Theme → the words that show it, and what each counts."""

PHRASE = max(len(word.split()) for words in THEMES.values() for word in words)
"""Words in the longest collocation."""
