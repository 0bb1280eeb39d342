"""Words that tell a camera crew what cannot be done twice, and what cannot be filmed at all."""

# Cyrillic letters that look like Latin ones are meant: scripts are typed with them.

ONCE: tuple[tuple[str, str], ...] = (
    (
        "the stunt is done once",
        """explodes|explosion|crashes|crash|car crash|collides|jumps from|jumps off|falls from|falls down|
        falls into|tumbles|
        dives|flips over|rolls over|leaps from|leaps off|thrown through|tackles|fight|fights|brawl|punches|punch|
        hits him|
        hits her|gunshot|gunshots|fires|shoots|shot rings|опрокидывает*|взрыв*|дерутся|стреля*|падает|explose|dispara|
        explodiert|爆炸|摔|开枪|打架""",
    ),
    (
        "the glass breaks once",
        "shatters|smashes|smash|smashed|breaks the|breaks a|bursts|splinters|разбива*|brise|rompe|zerbricht|打碎|砸",
    ),
    (
        "it can't be cleaned up between takes",
        "cake|food fight|vomits|throws up|spills|spilled|pours over|mud|paint|soaks|drenched|blood splatters|торт*|"
        "blood spurts",
    ),
    (
        "it burns once",
        "burns down|catches fire|set on fire|sets fire|goes up in flames|fireworks|загора*|gunpowder",
    ),
    (
        "a crowd is paid by the day, not by the take",
        "crowd|crowds|audience|mob|congregation|hundreds|thousands|army|parade|protesters|guests|dancers|толпа|"
        "foule|人群|群衆",
    ),
    (
        "an animal does it when it does it",
        "horse|horses|dog|dogs|cat|bird|birds|wolf|wolves|лошад*|собак*|chien|perro|狗|马",
    ),
    ("a child gives it once", "baby|infant|toddler|младенец|bébé|bebé|婴儿"),
)
"""Why a second camera runs along, and the words of a direction that say so (Katz; Malkiewicz, on multiple cameras)."""

EFFECTS: tuple[tuple[str, str], ...] = (
    (
        "muzzle flash and hit",
        "gunshot|gunshots|opens fire|fires|shoots|machine gun|gunfire|стреля*|выстрел*|开枪|枪声",
    ),
    (
        "wound, touched up",
        "wound|wounds|wounded|bleeds|bleeding|stab|stabs|stabbed|severed|gash|bullet hole|blood|рана|кров*|血",
    ),
    ("explosion element", "explodes|explosion|blast|blows up|fireball|detonat*|взрыв*|爆炸"),
    (
        "creature",
        "dragon|dragons|monster|monsters|creature|creatures|alien|aliens|ghost|ghosts|zombie|zombies|demon|demons|"
        "werewolf|"
        "vampire|dinosaur|dinosaurs|tentacle|tentacles|призрак*|чудовищ*|дракон*|怪物|鬼|龙",
    ),
    (
        "robot, parts replaced",
        "robot|robots|android|androids|cyborg|cyborgs|drone|drones|робот*|机器人|ロボット",
    ),
    (
        "change of form",
        "transforms|transform|morphs|morph|shapeshift*|vanishes|materializ*|materialis*|teleport*|dissolves into|"
        "disintegrat*|"
        "turns into|fades away|телепорт*|превраща*|消失|变成",
    ),
    (
        "cyber world",
        "cyberspace|virtual|hologram|holograms|holographic|glitch|glitches|glitching|pixel|pixels|pixelat*|"
        "digital world|"
        "digital|matrix of|data stream|laser|lasers|force field|portal|wormhole|spaceship|spacecraft|hyperspace|"
        "forcefield|"
        "голограмм*|全息",
    ),
    (
        "flight, wires out",
        "levitat*|floats up|flies through|flies into|flies over|hovers above|soars|парит|летит|飞",
    ),
    ("crowd multiplied", "thousands|army|armies|hordes|horde|legions|fleet|тысячи|армия|大军"),
)
"""An effect, and the words that want it; only from the lines that a shot covers."""

SCREEN = """screen|screens|monitor|monitors|smartphone|phone screen|tablet|laptop|television|tv|text message|texts|
    video call|
    selfie|webcam|экран*|монитор*|телевизор*|écran|pantalla|bildschirm|屏幕|手机|電話|화면"""
"""What a screen shows is put in afterwards."""
WEATHER_ADDED = """rain|rains|raining|downpour|snow|snows|snowing|blizzard|дождь|снег|pluie|neige|lluvia|nieve|
    regen|schnee|雨|雪"""
CYBER = "CYBER|ROBOT|ANDROID|HOLOGRAM|AI|КИБЕР|РОБОТ"
"""Parts of a character's name that say she is made, or finished, on a computer."""
LIGHTED = """lamp|lamps|street|light|lights|fire|neon|headlight|headlights|window|windows|torch|lantern|candle|city|
    town|harbour|port|station"""
"""What lights a night outside: without it a wide night is shot by day."""
