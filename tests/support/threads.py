"""A film in which colleagues have something to ask of each other."""

ALCOVE = """Title: The Alcove

INT. THE MOURNERS' ALCOVE - NIGHT

MAYA stands with her coat on. TOM does not look at her.

MAYA
(laughing)
He is dead. I can't. I am so afraid, Tom. I hate this.

She breaks down and weeps.

TOM
I know. I am sorry.
"""
"""A night interior of no known kind, so that nothing burns in it; and a line that is written against what is felt."""
