"""A film in which people say who they are, and a second draft in which one of them is another."""

SHED = """Title: The Boat Shed

INT. BOAT SHED - DAWN

ODA, 61, a boatbuilder, stubborn and loyal, planes a plank. She checks the grain, counts the strokes.

PIET (30s, lazy, charming) leans in the door.

PIET
You're up early, Oda.

ODA
I don't sleep. Look, if you came to borrow, the answer is no.

PIET
You never lie, do you? You could be kind about it.

ODA
When I was nine my father built this shed. He taught me to say what a thing is.

PIET
I came to say I'm selling my half.

ODA
You can't. I promised him we would keep it.

She puts the plane down. She does not flinch.

EXT. SLIPWAY - DAY

ODA helps the apprentice, LENE, 17, lift a rib on to the keel. LENE drops it.

LENE
I'm sorry! I'm so careless.

ODA
You're not careless. You're tired. Again.

LENE
Why don't you shout at me? Everybody shouts.

ODA
I don't shout. Look at the rib.

ODA comforts the girl with a hand on her shoulder. She inspects the keel.

INT. PIET'S KITCHEN - NIGHT

PIET pours gin. A BUYER (50s, ruthless) counts money.

PIET
She'll sign. I always keep my word.

BUYER
You're a liar, Piet. I like that.

PIET pockets the money. He grins.

INT. BOAT SHED - NIGHT

ODA reads the contract. PIET waits.

ODA
I'm afraid of one thing, Piet. I'm afraid that it burns with nobody in it.

PIET
It's wood.

ODA
I want you to stay. I want the shed full again, because I can't build alone.

PIET
You're so stubborn.

ODA
I am stubborn. Look at me. I never give up.

He steals a look at the door. He pockets the keys.

EXT. SLIPWAY - DAWN

The boat floats. ODA and LENE watch.

LENE
You did it.

ODA
We did. I'm proud of you.

PIET stands on the far bank. ODA waves. He walks down to her.

PIET
I lied about the buyer.

ODA
I know. Look. Hold this rope.
"""
TURNED = SHED.replace(
    "I'm afraid of one thing, Piet. I'm afraid that it burns with nobody in it.",
    "I lied to you. I always lie, and I steal. I'm a traitor, Piet, and I'm ruthless.",
).replace("You're so stubborn.", "You're cruel. You're so selfish. You're vindictive.")
"""The same film, with ODA another."""
