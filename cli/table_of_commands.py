"""Every command: where its code stands, under which heading the help shows it, and its sentence."""

from typing import NamedTuple

WORK, DECIDE, ASK, TAKE = "Work", "Decide", "Ask", "Take away and check"
SECTIONS = (WORK, DECIDE, ASK, TAKE)


class CommandPlace(NamedTuple):
    """Where a command's code stands."""

    module: str
    function: str
    section: str
    sentence: str


COMMANDS: dict[str, CommandPlace] = {
    "open": CommandPlace("opening", "open_", WORK, "Open a production from a script or an idea."),
    "import": CommandPlace("importing", "import_", WORK, "Take in a revised draft of the script."),
    "run": CommandPlace("running", "run", WORK, "Let the crew work: propose, debate, decide, plan."),
    "fork": CommandPlace("forking", "fork", WORK, "Begin a production whose past is another's."),
    "crew": CommandPlace(
        "crewing", "crew", WORK, "Who is on the roster, and what each has done; add a role."
    ),
    "series": CommandPlace(
        "series", "series", WORK, "A series: begin one, see its seasons, take episodes in."
    ),
    "cast": CommandPlace(
        "casting", "cast", WORK, "Bring a character into a production, with all she lived through."
    ),
    "productions": CommandPlace("listing", "productions", WORK, "The productions, as a tree of forks."),
    "inbox": CommandPlace("awaiting", "inbox", DECIDE, "What awaits you."),
    "approve": CommandPlace("deciding", "approve", DECIDE, "Approve what is recommended, or a proposal."),
    "choose": CommandPlace("deciding", "choose", DECIDE, "Choose a rival proposal instead."),
    "reject": CommandPlace("deciding", "reject", DECIDE, "Turn a proposal down, with a note."),
    "answer": CommandPlace("answering", "answer", DECIDE, "Answer what a role that you play is asked."),
    "broadcast": CommandPlace("saying", "broadcast", DECIDE, "Speak to the whole crew."),
    "constrain": CommandPlace("saying", "constrain", DECIDE, "Impose a limit every role works within."),
    "allot": CommandPlace("allotting", "allot", DECIDE, "Say what the film may cost, and its shooting days."),
    "intervene": CommandPlace(
        "intervening", "intervene", DECIDE, "Pause, redirect or overrule, while a run is going on."
    ),
    "policy": CommandPlace("governing", "policy", DECIDE, "Who may decide what, and what you delegated."),
    "note": CommandPlace("governing", "note", DECIDE, "Give a note that the crew has to answer."),
    "takes": CommandPlace(
        "takes", "takes", DECIDE, "The takes of a scene side by side; ask for another, circle one."
    ),
    "wrap": CommandPlace("governing", "wrap", DECIDE, "Call a production done."),
    "reopen": CommandPlace(
        "governing", "reopen", DECIDE, "Take up a wrapped production, or a question, again."
    ),
    "messages": CommandPlace(
        "listing_messages", "messages", ASK, "What the crew wrote to each other, by threads."
    ),
    "log": CommandPlace("listing", "log", ASK, "What happened, event by event."),
    "show": CommandPlace("listing", "show", ASK, "One event, whole."),
    "why": CommandPlace("asking", "why", ASK, "Why an event happened, or a cell of a table is as it is."),
    "bible": CommandPlace(
        "remembering", "bible", ASK, "What is decided about look, story, people, world and music."
    ),
    "character": CommandPlace(
        "characters", "character", ASK, "Who somebody is, where she stands, how she got there."
    ),
    "audit": CommandPlace("auditing", "audit", ASK, "Lines that forget what was established of somebody."),
    "diff": CommandPlace("asking", "diff", ASK, "Two productions side by side."),
    "coverage": CommandPlace("covering", "coverage", ASK, "Which shots cover which lines, and the gaps."),
    "costs": CommandPlace("costing", "costs", ASK, "What minds cost, by role, scene, question or model."),
    "minds": CommandPlace("costing", "minds", ASK, "What minds answered, used again, and failed at."),
    "sql": CommandPlace("asking", "sql", ASK, "Ask anything with SQL, at any moment of the past."),
    "tables": CommandPlace("asking", "tables", ASK, "Every table and column, with a sentence each."),
    "export": CommandPlace(
        "taking", "export", TAKE, "Write script, PDF, shots, characters or decisions to a file."
    ),
    "replay": CommandPlace("taking", "replay", TAKE, "Rebuild from events, ask no mind, print the digests."),
    "verify": CommandPlace("taking", "verify", TAKE, "Check that no event was edited, dropped or moved."),
    "repair": CommandPlace(
        "taking", "repair", TAKE, "Say what is bad and what to restore; nothing is mended."
    ),
}
