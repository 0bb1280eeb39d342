"""Tactics that can be played: verbs to do to somebody, each placed between giving way and pressing, cold and warm.

Actors work with transitive verbs (Stanislavski's action; Caldarone and Lloyd-Williams 2004, *Actions: The Actors'
Thesaurus*). The two axes are those of the interpersonal circumplex (Leary 1957; Wiggins 1979; Kiesler 1983).
"""

from typing import NamedTuple


class Tactic(NamedTuple):
    """Something to do to somebody to get something."""

    verb: str
    """To whom is left out: corner, coax."""
    press: float
    """-1 gives way entirely, 1 has the say."""
    warmth: float
    """-1 hostile, 1 loving."""
    behaviour: str
    """What an audience sees: one thing, done while speaking."""
    beneath: str
    """What it says without words."""


TACTICS: tuple[Tactic, ...] = (
    Tactic(
        "command", 0.95, -0.1, "stands still and lets nothing move until it is done", "this is not a request"
    ),
    Tactic("corner", 0.75, -0.55, "steps between the other and the way out", "there is nowhere else to go"),
    Tactic("threaten", 0.8, -0.8, "lowers the voice as the words get harder", "think what I could do"),
    Tactic("challenge", 0.65, -0.25, "holds the look and waits to be contradicted", "say that again"),
    Tactic("shame", 0.5, -0.8, "looks the other up and down before speaking", "look at what you are"),
    Tactic("mock", 0.35, -0.65, "smiles at the wrong words", "I can't take you seriously"),
    Tactic("test", 0.35, -0.3, "asks, and watches the hands and not the face", "I know more than I say"),
    Tactic("probe", 0.3, 0.05, "leaves a silence after each answer, to be filled", "there is more"),
    Tactic("stonewall", 0.25, -0.6, "answers the question that was not asked", "you get nothing from me"),
    Tactic("freeze out", 0.05, -0.85, "goes on with something else and does not look up", "you are not here"),
    Tactic("dodge", -0.35, -0.35, "busies the hands with a thing that needs no hands", "not this"),
    Tactic("reproach", -0.45, -0.45, "says it to the floor, quietly", "see what you have done to me"),
    Tactic("withdraw from", -0.6, -0.6, "turns away on the last words", "I am gone already"),
    Tactic("appease", -0.75, -0.05, "agrees before the sentence is over", "only don't be angry"),
    Tactic(
        "plead with",
        -0.75,
        0.35,
        "comes closer than is comfortable and does not touch",
        "I have nothing else left",
    ),
    Tactic("defer to", -0.85, 0.2, "waits for a nod before each step", "it is yours to say"),
    Tactic("confide in", -0.3, 0.65, "looks round first, then says it low", "nobody else knows this"),
    Tactic("flatter", -0.2, 0.5, "finds something to admire and comes back to it", "you like me, don't you"),
    Tactic("soothe", 0.05, 0.9, "slows down until the other's breath follows", "nothing can happen now"),
    Tactic("coax", 0.2, 0.55, "makes the first half of the move and leaves the rest", "come, it is easy"),
    Tactic("tease", 0.3, 0.4, "says it as if it were a joke they share", "we both know"),
    Tactic("charm", 0.45, 0.75, "gives the other all the attention in the room", "there is nobody like you"),
    Tactic("rouse", 0.75, 0.5, "takes hold of the other and talks faster", "we can do this now"),
    Tactic("reassure", 0.5, 0.85, "takes the thing out of the other's hands and does it", "leave it to me"),
)
"""A repertoire round the whole circle."""

NOTES = """
+0.9   0.0  stronger, bigger, louder, harder, firmer, push, press, demand, insist, fight, attack, more force, bolder,
            don't ask, don't let, make him, make her, make them, refuse, stop asking, tougher, forceful, command
-0.9   0.0  smaller, quieter, softer, weaker, hold back, holds back, underplay, less, give way, gives way,
            beg, begs, ask for, let go, lower, gentler, smaller, fragile, afraid, vulnerable, broken, tired,
            surrender, restrained, restrain
+0.0   0.9  warmer, kinder, tender, tenderly, love, loving, loves, gentle, friendly, forgive, comfort, warmth, smile,
            closer, sweet, sweeter, affection, care, generous, open up, like him, like her
+0.0  -0.9  colder, cold, harsher, cruel, crueler, bitter, hate, hates, hateful, distant, hostile, icy, contempt,
            meaner, hard-hearted, don't forgive, dry, drier, without feeling, hurt him, hurt her, punish
+0.7  -0.7  angry, angrier, furious, rage, threaten, threat, violent, dangerous, menace, accuse, blame
+0.4   0.4  lighter, funnier, funny, playful, flirt, flirts, tease, joke, seduce, charm, enjoy, fun
-0.6  -0.6  hide, hides, hide it, hiding, avoid, avoids, don't look, dodge, shut down, withdraw, sulk,
            cut off, walk away
-0.6   0.6  plead, confess, trust him, trust her, honest, confide, apologise, apologize, sorry, admit, reach out
"""
"""Which way a note points, in words of English: towards pressing, towards warmth, and what says so."""

WANTS = """
know   0.3  0.0   know, tell, truth, answer, why, where, who, say it, hear, explain, understand, find out
keep  -0.2  0.4   stay, don't go, don't leave, come back, wait, with me, home, love, forgive, believe, trust
get    0.5  0.0   give, take, have, get, need, money, back, let me, bring, open, help
go    -0.2 -0.4   go, leave, out, away, alone, stop, no more, enough, let me go, quit
win    0.7 -0.3   win, fight, kill, beat, never, won't, make you, pay, mine, prove
"""
"""What a want is after, in words of English, and the side of the circle from which it is most plainly gone after."""
