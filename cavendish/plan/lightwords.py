"""How people say how it is lit: the hour, the softness, from where, and with what."""

from cavendish.plan.lexicon import Scheme

TIME_WORDS: dict[str, str] = {
    "noon": "noon|midday|at noon|daytime|daylight|broad daylight|high noon|sunny day|sunny|sunshine|"
    "bright sunlight|bright day|sunlight|bright sun|in the sun|clear day|sunlit",
    "golden hour": "golden hour|golden light|evening light|evening|late afternoon|warm light|warm lighting|"
    "golden hour light|golden hour lighting|magic hour|warm golden light|warm evening light|low sun|"
    "golden sunlight|warm sunlight|afternoon light|dusk|golden lighting|warm golden lighting|golden glow|"
    "warm amber light|amber light",
    "dawn": "dawn|sunrise|daybreak|first light|crack of dawn|rising sun|early morning|at dawn|at sunrise",
    "morning": "morning|morning light|in the morning|morning sun|mid morning",
    "sunset": "sunset|setting sun|sundown|sunset light|at sunset|sunset glow",
    "blue hour": "blue hour|twilight|at twilight|blue hour light|after sunset|nightfall",
    "night": "night|at night|midnight|nighttime|night time|moonlight|moonlit|in the dark|after dark|"
    "by moonlight|at nighttime|starry night",
    "studio": "studio light|studio lights|studio lighting|studio lit|softbox|softbox light|"
    "softbox lighting|studio flash|studio strobe",
}
QUALITY_WORDS: dict[str, str] = {
    "soft": "soft light|soft lighting|softly lit|diffuse light|diffused light|diffuse|overcast|"
    "gentle light|soft shadows|diffused lighting|even light|window light|"
    "natural window light|soft window light|through the window|through a window|through windows|through tall windows|"
    "through the windows|through large windows",
    "hard": "hard light|harsh light|hard lighting|harsh lighting|hard shadows|harsh shadows|direct light|"
    "strong shadows|crisp shadows",
}
KEY_WORDS: dict[str, str] = {
    "left": "from the left|from left|from camera left|lit from the left|from the left side|"
    "from the left hand side",
    "right": "from the right|from right|from camera right|lit from the right|from the right side|"
    "from the right hand side",
    "behind": "backlit|back lit|backlight|backlighting|lit from behind|rim lit|contre jour|rim light|"
    "rim lighting|back lighting|back light",
    "front": "front lit|frontal light|lit from the front|front light|front lighting",
    "above": "overhead light|lit from above|top light|top lit|overhead lighting|light from above|"
    "from overhead",
}
SCHEMES: dict[Scheme, str] = {
    "softbox": "softbox lit|lit by a softbox|large softbox|beauty dish",
    "window": "window light|natural window light|soft window light|light through a window|light from a window|"
    "window light with dusty shafts|dusty shafts of light|shafts of light|shafts of sunlight|light shafts|sunbeams|"
    "sun rays through a window|god rays|dusty light|dusty shafts|sunlight streaming through a window|"
    "light streaming through the window",
    "rim": "rim light|rim lit|rim lighting",
    "rembrandt": "rembrandt lighting|rembrandt light|chiaroscuro|chiaroscuro lighting",
    "neon": "neon light|neon lights|neon lighting|neon lit|neon glow|lit by neon|neon|cyberpunk lighting",
    "candle": "candlelight|candle light|candlelit|candle lit|lit by candles|lit by a candle|by candlelight|firelight",
    "warm and cool": "warm and cool light|split warm and cool light|warm and cool lighting|"
    "split warm and cool lighting|split warm and cool|orange and teal light|orange and teal lighting|"
    "teal and orange light|teal and orange lighting",
}
SCHEME_WORDS: dict[str, Scheme] = {
    word: scheme for scheme, words in SCHEMES.items() for word in words.split("|")
}
"""The words for each way of lighting that is more than an hour and a direction."""
