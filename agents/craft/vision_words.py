"""The words of a vision statement, and where each leans: closeness, motion, contrast, each from -1 to 1."""

import re

_Leaning = tuple[float, float, float]

_ENGLISH = """
  0.9   0.0   0.0  intimate, intimacy, close-ups, closeups, close-up, faces, face, skin
  0.6   0.0   0.0  close, personal, interior, inner, confessional, chamber, domestic, tactile,
                   whispered, private
  0.6  -0.3   0.0  tender, delicate, gentle, fragile, contemplation
  0.8   0.0   0.3  claustrophobic, suffocating, trapped, confined
  0.3   0.2   0.0  character-driven, emotional, raw, vulnerable, performance, performances
 -0.9   0.3   0.0  epic, spectacle, spectacular
 -0.8   0.0   0.0  vast, wide, wides, panoramic, monumental, grand, sweeping, scale, landscape,
                   horizon
 -0.7  -0.3   0.0  lonely, loneliness, isolated, isolation, solitary, desolate, alienated, small,
                   distant, detached, remote
 -0.4   0.0   0.0  tableau, tableaux, theatrical, observational, objective, western, mythic,
                   ensemble
  0.0  -0.9   0.0  still, stillness, static, locked, locked-off, tripod, motionless
  0.0  -0.6   0.0  restrained, restraint, austere, minimal, minimalist, formal, composed, patient,
                   slow, quiet, silence
  0.2  -0.6   0.0  contemplative, meditative, poetic
 -0.2  -0.6  -0.2  deadpan, symmetrical, planimetric
  0.0   0.9   0.0  handheld, hand-held, kinetic, restless, frenetic, frantic, whip, chase, chases,
                   breathless
  0.0   0.6   0.0  dynamic, energetic, energy, fast, fast-paced, moving, movement, fluid, flowing,
                   roaming, tracking, oner, steadicam, urgent, adrenaline, propulsive
 -0.2   0.7   0.2  action, explosive
  0.1   0.6   0.0  documentary, verite, vérité, naturalistic, improvised, cinéma-vérité,
                   unpolished, gritty
  0.0   0.3   0.0  playful, nervous, youthful, musical
  0.0  -0.1  0.95  noir, chiaroscuro, low-key, expressionist, expressionistic
  0.1   0.1   0.7  thriller, horror, sinister, menacing, menace, dread, paranoid, paranoia,
                   suspense, suspenseful, ominous, gothic
  0.0   0.0   0.6  dark, shadow, shadows, shadowy, contrast, harsh, stark, brooding, moody, grim,
                   bleak, hard-edged
 -0.1   0.2  -0.8  comic, comedy, comedic, funny, farce, farcical, slapstick, screwball, sitcom
  0.0   0.0  -0.6  bright, light, lighthearted, light-hearted, sunny, open, high-key, colorful,
                   colourful, airy, soft, pastel, warm, optimistic, hopeful, cheerful
  0.0   0.2  -0.5  whimsical, cartoon, cartoonish, anime, children, family
  0.4   0.0  -0.4  romance, romantic, rom-com
"""
"""Closeness after proxemics (Hall, Meyrowitz), motion, contrast of light and ground; then the words."""


def _read(table: str) -> dict[str, _Leaning]:
    """The words of a table, each with the three numbers before it."""
    axes: dict[str, _Leaning] = {}
    for row in re.finditer(
        r"^ *(-?[\d.]+) +(-?[\d.]+) +(-?[\d.]+)  ((?:.|\n {6,}(?=[^\s\d-]))+)", table, re.MULTILINE
    ):
        for word in row[4].split(","):
            axes[" ".join(word.split())] = (float(row[1]), float(row[2]), float(row[3]))
    return axes


AXES: dict[str, _Leaning] = _read(_ENGLISH) | {
    "long lens": (0.5, 0.0, 0.0),
    "long lenses": (0.5, 0.0, 0.0),
    "long takes": (-0.2, 0.2, 0.0),
    "wide lens": (-0.5, 0.0, 0.0),
    "wide lenses": (-0.5, 0.0, 0.0),
    "wide shots": (-0.9, 0.0, 0.0),
    "slow burn": (0.0, -0.6, 0.3),
    "small talk": (0.0, 0.0, 0.0),
}
"""A word or pair of words → where it leans. A word that stands here for 0 only stops the single word's
reading.
"""

NEGATIONS = frozenset(
    "no not never without avoid avoids nothing neither nor don't doesn't isn't less ban forbid hate stop "
    "sin ohne kein keine sans pas нет не без никогда".split()
)

_OTHERS = """
  0.8   0.0   0.0  интимн, крупн план, камерн, близк, 亲密, 特写, 私密, 親密, 친밀, intime, íntim, nah an
 -0.8   0.2   0.0  эпич, эпос, масштаб, простор, 史诗, 宏大, 辽阔, 壮大, 서사, épique, épico, episch
 -0.7  -0.3   0.0  одиноч, одинок, 孤独, 孤獨, 고독, solitude, soledad, einsam
  0.0  -0.8   0.0  статичн, неподвижн, тишин, 静止, 静态, 固定, 宁静, 정적, statique, estátic, statisch
  0.0   0.8   0.0  ручная камера, динамич, погон, 手持, 动感, 快节奏, 追逐, 역동, caméra à l'épaule, cámara en
                   mano, handkamera
  0.0   0.0   0.8  нуар, мрачн, триллер, тьм, 黑色电影, 阴暗, 惊悚, 暗い, 누아르, oscur, sombre, düster
  0.0   0.2  -0.7  комед, смешн, светл, 喜剧, 明亮, 轻松, 喜劇, 코미디, comédie, comedia, komödie
"""
"""As above, for other languages."""

NOT_LATIN: dict[str, _Leaning] = _read(_OTHERS)
"""Stems in other languages, found anywhere in a text; negation is not read there."""
