"""What things cost: a low-budget scale of our own, in whole units of any currency; not any guild's or vendor's."""

from decimal import Decimal
from typing import NamedTuple


class Rate(NamedTuple):
    """A line of the chart of accounts."""

    account: str
    name: str
    unit: str
    rate: Decimal


def _rate(account: str, name: str, unit: str, rate: str) -> Rate:
    return Rate(account, name, unit, Decimal(rate))


RATES: dict[str, Rate] = {
    "story": _rate("1100", "Story and script", "pages", "60.00"),
    "producer": _rate("1200", "Producer", "days", "220.00"),
    "director": _rate("1300", "Director", "days", "220.00"),
    "cast": _rate("1400", "Cast, working", "days", "220.00"),
    "cast_held": _rate("1400", "Cast, held", "days", "110.00"),
    "stunts": _rate("1450", "Stunts: co-ordinator and doubles", "days", "480.00"),
    "staff": _rate("2000", "Production staff: assistant directors, script supervisor", "days", "540.00"),
    "minors": _rate("2050", "Chaperone and tutor", "days", "180.00"),
    "extras": _rate("2100", "Background", "days", "95.00"),
    "art": _rate("2200", "Art department", "days", "260.00"),
    "build": _rate("2300", "Construction on a stage", "sets", "1400.00"),
    "grip": _rate("2500", "Set operations: key grip and best boy", "days", "340.00"),
    "crane": _rate("2510", "Crane or jib with crew", "days", "620.00"),
    "steadicam": _rate("2520", "Steadicam or gimbal with operator", "days", "480.00"),
    "dolly": _rate("2530", "Dolly and track", "days", "120.00"),
    "drone": _rate("2540", "Drone with licensed pilot", "days", "550.00"),
    "car_rig": _rate("2550", "Car mount or low loader", "days", "420.00"),
    "animals": _rate("2560", "Animals with handler", "days", "380.00"),
    "sfx": _rate("2600", "Special effects: rain, smoke, wind, breakage", "days", "420.00"),
    "fire": _rate("2610", "Fire, gunfire and explosions with supervisor and fire cover", "days", "950.00"),
    "dressing": _rate("2700", "Set dressing", "sets", "350.00"),
    "props": _rate("2800", "Property", "properties", "35.00"),
    "heroes": _rate("2810", "Hero property, with doubles", "properties", "120.00"),
    "weapons": _rate("2820", "Armourer", "days", "320.00"),
    "wardrobe": _rate("2900", "Wardrobe", "characters", "140.00"),
    "doubles": _rate("2910", "Doubles of costumes that get wet, torn or bloody", "costumes", "110.00"),
    "makeup": _rate("3100", "Make-up and hair", "days", "200.00"),
    "wounds": _rate("3110", "Special make-up", "applications", "150.00"),
    "electric": _rate("3200", "Electrical: gaffer and light package", "days", "460.00"),
    "night": _rate("3210", "Night package: condor, generator, tower lights", "days", "650.00"),
    "camera": _rate("3300", "Camera crew and package", "days", "720.00"),
    "sound": _rate("3400", "Production sound", "days", "320.00"),
    "playback": _rate("3410", "Music playback", "days", "150.00"),
    "transport": _rate("3500", "Transport", "days", "180.00"),
    "move": _rate("3510", "Company moves", "moves", "320.00"),
    "cars": _rate("3520", "Picture vehicles", "days", "260.00"),
    "location": _rate("3600", "Locations", "days", "300.00"),
    "stage": _rate("3610", "Stage", "days", "420.00"),
    "catering": _rate("3700", "Catering", "heads", "22.00"),
    "editing": _rate("5000", "Editing", "days", "240.00"),
    "music": _rate("5100", "Music: writing and recording", "minutes", "180.00"),
    "cues": _rate("5110", "Music: preparation and mix", "cues", "60.00"),
    "mix": _rate("5200", "Sound: edit, foley and mix", "minutes", "110.00"),
    "vfx": _rate("5300", "Visual effects", "shots", "420.00"),
    "grade": _rate("5400", "Grade and delivery", "minutes", "45.00"),
    "publicity": _rate("6500", "Publicity: stills", "days", "60.00"),
    "insurance": _rate("6700", "Insurance", "of the above", "0.025"),
    "general": _rate("6800", "General expenses and legal", "of the above", "0.03"),
    "contingency": _rate("7000", "Contingency", "of the above", "0.05"),
}
"""Our key → account, name, unit and rate. Charts of accounts vary, so that numbers are data."""

CREW_ON_SET = 14
"""Heads that eat beside the cast and background."""
PREP = Decimal("1.5")
"""Days of preparation for each shooting day, of those who prepare."""
LEAST_CONTINGENCY, MOST_CONTINGENCY = Decimal("0.05"), Decimal("0.15")
"""Of everything above the line and below it."""
EDIT_A_MINUTE, EDIT_A_SETUP = Decimal("0.8"), Decimal("0.025")
"""Days of editing for a minute of film, and for a setup to be looked through."""
LOST_DAY = Decimal("0.7")
"""Of a shooting day's cost, what a lost day costs again: nobody is paid less, some things are not used up."""
