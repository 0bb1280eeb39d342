"""What the streams beside the productions are called; no production's name holds a colon."""

JOURNAL = "completion:"
"""One stream for each content key, whose one event is number 1."""

PROMPTS = "prompt:"
"""One stream for each piece of a prompt, by the SHA-256 of its text, whose one event is number 1."""

ELSEWHERE = "elsewhere:"
"""One stream for each answer that came with a character from another studio, by key and fact hash; nobody asks it."""

BROUGHT = "brought:"
"""One stream for each character who was brought from another studio, whose one event is number 1."""

ACCOUNT = "account:"
"""One stream for each family of forks, by the name of the oldest."""
