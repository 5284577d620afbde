"""How people say what a plan can hold: every known phrase and the token it becomes."""

from cavendish.plan.kinds import KINDS, plural
from cavendish.plan.lexicon import LOOKS, VIEWS
from cavendish.plan.lightwords import KEY_WORDS, QUALITY_WORDS, SCHEME_WORDS, TIME_WORDS
from cavendish.plan.making import NOTED_WORDS
from cavendish.plan.stuffs import CARVED_WORDS, DECOR_WORDS, FINISH_WORDS, MATERIAL_WORDS
from cavendish.plan.vocabulary import JOINTS

COLOR_WORDS: dict[str, str] = {
    "red": "red|crimson|scarlet|ruby|cherry red|bright red|dark red|deep red|vermilion|ruby red|reddish",
    "orange": "tangerine orange|bright orange|burnt orange|amber|orange colored|dark orange",
    "yellow": "yellow|lemon yellow|bright yellow|golden yellow|mustard|mustard yellow|canary yellow|"
    "sunny yellow",
    "green": "green|emerald|emerald green|bright green|dark green|forest green|grass green|greenish",
    "blue": "blue|navy|navy blue|sky blue|azure|cobalt|cobalt blue|royal blue|bright blue|dark blue|"
    "light blue|bluish",
    "purple": "purple|violet|lilac|lavender colored|dark purple|bright purple|plum colored",
    "pink": "pink|hot pink|rose pink|rosy|bright pink|light pink|pale pink|pinkish",
    "brown": "brown|chestnut|chocolate brown|dark brown|light brown|tan brown|brownish",
    "black": "black|jet black|pitch black|ebony|matte black",
    "white": "white|snow white|snowy white|pure white|off white|ivory white|whitish",
}
SIZE_WORDS: dict[str, str] = {
    "tiny": "tiny|miniature|mini|very small|minuscule|teeny",
    "small": "small|little|smallish",
    "large": "large|big|oversized|oversize",
    "huge": "huge|giant|gigantic|enormous|very large|very big|massive",
}
POSE_WORDS: dict[str, str] = {
    "standing": "standing|standing up|stood|upright",
    "sitting": "sitting|seated|sitting down|sat",
    "lying": "lying|lying down|lying flat|laid flat|laying down|lying on its side",
    "waving": "waving|waving hello|waving a hand|greeting",
}
COUNT_WORDS: dict[int, str] = {
    1: "one|single|1|exactly one",
    2: "two|2|a pair of|a couple of|pair of|couple of|twin|exactly two",
    3: "three|3|a trio of|trio of|exactly three",
    4: "four|4|exactly four|a quartet of",
    5: "five|5|exactly five",
    6: "six|6|half a dozen|exactly six",
    7: "seven|7",
    8: "eight|8",
    9: "nine|9",
    10: "ten|10",
    11: "eleven|11",
    12: "twelve|12|a dozen|dozen",
}
RELATION_WORDS: dict[str, str] = {
    "left of": "left of|to the left of|on the left of|on the left side of|at the left of|to left of|"
    "left side of|on left of|to the left side of",
    "right of": "right of|to the right of|on the right of|on the right side of|at the right of|to right of|"
    "right side of|on right of|to the right side of",
    "above": "above|over|higher than|up above",
    "below": "below|lower than|on the bottom of|at the bottom of|on bottom of",
    "on": "on top of|atop|on top|onto|upon|perched on|balanced on|on the top of|stacked on|on the edge of|"
    "perched on the edge of|riding|riding on",
    "in front of": "in front of|before|in the front of|ahead of|at the front of",
    "behind": "behind|in back of|at the back of|at the rear of|hidden behind|hidden by|partly hidden by|obscured by|"
    "typing on|typing at",
    "beside": "beside|next to|alongside|adjacent to|close to|near|near to|right next to|side by side with|"
    "besides|by the side of|at the side of|on the side of|on side of",
    "in": "inside|inside of|within|into|in the inside of",
    "under": "under|underneath|beneath|right under",
    "around": "around|all around|surrounding|encircling|circling|in a circle around|in a ring around|gathered around",
}
INVERSE_WORDS: dict[str, str] = {
    "on": "wearing|topped with|topped by",
    "in": "filled with|full of",
    "around": "surrounded by|encircled by",
}
"""Relations of what comes after the words to what stands before them: who wears a hat has it on."""
PLACE_WORDS: dict[str, str] = {
    "table": "on a table|on the table|upon a table|on top of a table|atop a table|wooden table|wood table|"
    "kitchen table|tabletop|table top|"
    "counter|kitchen counter|countertop|workbench|wooden tabletop|rustic table|rustic wooden table|"
    "coffee table|oak table",
    "meadow": "meadow|field|grass|lawn|pasture|grassland|garden|countryside|prairie|green field|"
    "grassy field|grassy meadow|green meadow|flower meadow|in the grass|summer meadow|hillside|"
    "backyard",
    "beach": "beach|seaside|shore|seashore|sand|coast|seafront|sandy beach|ocean|sea|shoreline|sunny beach|"
    "waterfront",
    "studio": "photo studio|studio backdrop|seamless backdrop|photography studio|plain backdrop|"
    "studio background|plain background|simple background|seamless background|neutral background|"
    "clean background|backdrop|studio sweep|infinity cove",
    "forest": "forest|woods|woodland|deep forest|dense forest|pine forest|autumn forest|dark forest|wood clearing|"
    "forest clearing|forest floor|in the woods|among the trees|among trees|enchanted forest|jungle|rainforest",
    "street": "street|city street|road|sidewalk|pavement|busy street|downtown street|shopping street|roadside|"
    "street corner|main street|high street|urban street|avenue|side of the road|crosswalk",
    "city": "city|skyline|city skyline|cityscape|downtown|metropolis|big city|city background|skyscrapers|"
    "in front of skyscrapers|urban skyline|city square|urban background|city center|city centre|modern city",
    "kitchen": "kitchen|kitchen floor|cozy kitchen|cosy kitchen|rustic kitchen|modern kitchen|farmhouse kitchen|"
    "country kitchen|home kitchen|kitchenette|in a kitchen",
    "living room": "living room|lounge|sitting room|cozy living room|cosy living room|family room|bedroom|"
    "cozy room|cosy room|living room floor|modern living room|den|parlour|parlor|apartment|indoors|inside a house|"
    "inside a home",
    "library": "library|old library|reading room|university library|public library|study room|bookstore|bookshop|"
    "in front of bookshelves|among bookshelves|quiet library",
    "office": "office|modern office|workplace|home office|office room|office floor|workspace|cubicle|open office|"
    "classroom|conference room|office building interior",
    "cafe": "cafe|café|cafe terrace|café terrace|coffee shop|outdoor cafe|street cafe|pavement cafe|sidewalk cafe|"
    "restaurant terrace|terrace|bistro terrace|parisian cafe|french cafe|patio|outdoor restaurant",
    "village": "village|village street|cobbled street|cobblestone street|cobbled village street|old town|"
    "medieval street|cobblestones|village square|old village|market square|cobbled lane|european village|"
    "small town|town square|medieval village|quaint village",
    "rooftop": "rooftop|roof terrace|rooftop terrace|flat roof|city rooftop|roof top|on a roof|on the roof|"
    "rooftop garden|rooftop bar",
    "park": "park|city park|public park|green park|autumn park|playground|park lawn|park path|botanical garden|"
    "central park|sunny park",
    "lake": "lake|lakeside|on a dock|on the dock|on a wooden dock|on a jetty|on a pier|on the pier|"
    "on a wooden pier|lake shore|lakeshore|pond|calm lake|boardwalk|"
    "mountain lake|riverside|riverbank|by a river|lake dock|marina|harbor|harbour",
    "desert": "desert|sand dunes|dunes|desert sand|sandy desert|sahara|hot desert|dune|arid desert|badlands|"
    "mojave desert|desert landscape|desert dunes|wild west",
    "mountains": "in the mountains|among mountains|alps|mountain range|mountain valley|mountainside|mountain meadow|"
    "mountain landscape|snowy peaks|highlands|alpine meadow|mountain pass|foothills|rocky mountains|"
    "snow capped mountains",
    "snow": "snow|snowy field|snowy landscape|winter landscape|snowfield|in the snow|fresh snow|snowy forest|"
    "winter forest|arctic|antarctica|ice field|winter wonderland|snowy ground|snowy mountain|deep snow|tundra|"
    "north pole|south pole|snowdrift|snowy hill|on ice|on the ice|on an ice floe|on an iceberg|ice floe",
    "underwater": "underwater|under water|under the sea|sea floor|seabed|ocean floor|coral reef|bottom of the sea|"
    "at the bottom of the sea|bottom of the ocean|deep sea|beneath the waves|under the ocean|reef|beneath the sea|"
    "below the surface of the sea|at the bottom of the ocean",
    "night sky": "night sky|starry sky|starry night sky|under the stars|star filled sky|moonlit sky|"
    "under a starry sky|beneath the stars|full moon|under the moon|sky full of stars|stars and moon|moonlit hill",
    "space": "space|outer space|on the moon|moon surface|surface of the moon|lunar surface|deep space|cosmos|galaxy|"
    "in orbit|on mars|surface of mars|alien planet|another planet|moonscape|in space|mars surface|distant planet",
}
VIEW_WORDS: dict[str, str] = {
    "front": "front view|from the front|straight on|head on|frontal view|facing the camera|facing us|"
    "viewed from the front",
    "three-quarter": "three quarter view|three quarters view|3 4 view|at an angle|three quarter angle",
    "side": "side view|in profile|side profile|viewed from the side|seen from the side|profile view",
    "back": "back view|rear view|from the back|seen from behind|viewed from behind|viewed from the back",
    "high": "high angle|high angle view|high angle shot|seen from above|viewed from above|looking down|"
    "from high up|drone shot|drone view|drone photo|drone footage|drone photography",
    "low": "low angle|low angle view|low angle shot|seen from below|looking up",
    "top": "top down|top down view|top view|overhead view|overhead shot|bird's eye view|birds eye view|"
    "flat lay|directly from above|straight down|aerial view|aerial|from directly above|bird's eye|birds eye|"
    "top down shot",
    "isometric": "isometric|isometric view|isometric perspective|isometric angle|isometric projection|"
    "isometric style|isometric camera|isometric render|orthographic|orthographic view|axonometric view",
    "eye level": "eye level|at eye level|eye level view|eye level shot|eye level angle",
    "worm's eye": "worms eye view|worm's eye view|worms eye|worm's eye|ant's eye view|ground level shot|"
    "ground level view|extreme low angle|from ground level",
}
FRAMING_WORDS: dict[str, str] = {
    "close": "close up|closeup|close up of|tight shot|close shot|close up shot|extreme close up|headshot|beauty shot",
    "medium": "full body|full body shot|full length|medium shot|mid shot|medium view",
    "wide": "wide shot|wide view|long shot|from afar|from far away|establishing shot|from a distance",
    "macro": "macro|macro shot|macro photo|macro photograph|macro photography|macro view|macro lens|macro close up|"
    "extreme macro",
}
LOOK_WORDS: dict[str, str] = {
    "natural": "natural look|natural colors|natural colours|true to life colors",
    "film": "film photo|film photograph|film look|film grain|analog photo|analogue photo|shot on film|"
    "35mm film|analog film|film stock",
    "black and white": "monochrome|black and white photo|black and white photograph|"
    "black and white picture|black and white image|in black and white|b w|grayscale|greyscale|"
    "in monochrome|black and white film|black and white shot",
    "portra 400": "portra 400|portra|kodak portra|kodak portra 400|portra film|portra 400 film|kodak portra film",
    "ektar 100": "ektar 100|ektar|kodak ektar|kodak ektar 100|ektar film|ektar 100 film|kodak ektar film",
    "velvia 50": "velvia 50|velvia|fuji velvia|fujifilm velvia|fujichrome velvia|fuji velvia 50|fujifilm velvia 50|"
    "fujichrome velvia 50|velvia film|velvia 50 film",
    "hp5": "hp5|hp5 plus|ilford hp5|ilford hp5 plus|hp5 film|ilford hp5 film|ilford hp5 400|hp5 400",
    "tri-x": "tri x|trix|kodak tri x|kodak trix|tri x 400|kodak tri x 400|tri x film|kodak tri x film",
    "cinematic": "cinematic|cinematic lighting|cinematic look|cinematic style|cinematic photo|cinematic shot|"
    "cinematic still|cinematic film still|film still|movie still|cinematic scene|cinematic tones|cinematic grade|"
    "cinematic color grading|cinematic colour grading|color graded|colour graded|teal and orange look|"
    "teal and orange grade|teal and orange grading|teal and orange color grading|cinematic atmosphere",
    "vintage": "vintage|vintage photo|vintage photograph|vintage picture|vintage image|vintage look|vintage style|"
    "vintage film|vintage film look|retro|retro photo|retro look|retro style|old photo|old photograph|1970s photo|"
    "70s photo|seventies photo",
    "sepia": "sepia|sepia tone|sepia toned|sepia tones|sepia photo|sepia photograph|sepia look|in sepia|antique photo|"
    "antique photograph",
    "polaroid": "polaroid|polaroid photo|polaroid picture|polaroid photograph|polaroid shot|polaroid style|"
    "polaroid look|polaroid film|instant photo|instant film|instant film photo",
    "faded": "faded look|faded photo|faded photograph|faded film|faded film look|faded colors|faded colours|"
    "washed out|washed out colors|washed out colours|matte look|muted colors|muted colours|muted tones|"
    "muted palette|desaturated",
    "noir": "noir|film noir|noir style|film noir style|noir look|film noir look|noir photo|noir photograph|"
    "in film noir",
    "high key": "high key|high key photo|high key photography|high key photograph|high key portrait|high key look|"
    "high key style|high key shot|bright and airy|light and airy",
    "low key": "low key|low key photo|low key photography|low key photograph|low key portrait|low key look|"
    "low key style|low key shot|moody|dark and moody|moody photo|moody look|moody tones|moody style|"
    "moody atmosphere|moody photography",
    "pastel": "pastel|pastels|pastel colors|pastel colours|pastel tones|pastel palette|pastel color palette|"
    "pastel colour palette|pastel look|pastel style|pastel aesthetic|soft pastel colors|in pastel colors",
    "oil painting": "oil painting|oil on canvas|oil paint|oil painted|painted in oil|painted in oils|"
    "oil painting style|oil paint style|classical oil painting|in oils",
    "pencil sketch": "pencil sketch|pencil drawing|sketch|graphite drawing|graphite sketch|hand drawn sketch|"
    "pencil art|pencil illustration|pencil sketch style|pencil style|sketched|black and white sketch|"
    "black and white drawing",
    "clay": "claymation|clay style|clay look|clay render|clay model|clay animation|plasticine|plasticine style|"
    "in clay style|modelling clay|stop motion clay|stop motion",
    "low poly": "low poly|lowpoly|low poly style|low poly art|low poly render|low polygon|low poly 3d|faceted style",
    "figurine": "as a figurine|as a toy figurine|as a collectible|collectible figurine|toy figurine|figurine style|"
    "figurine look|action figure style|on a display base|on a round base|figurine on a base|toy figurine on a base",
}
ASPECT_WORDS: dict[str, str] = {
    "16:9": "panorama|panoramic|"
    "widescreen|landscape format|wide format|landscape orientation|16 9|cinematic widescreen",
    "9:16": "vertical format|portrait format|portrait orientation|9 16|phone wallpaper|vertical picture|"
    "vertical",
    "1:1": "square format|square picture|1 1|square image",
    "21:9": "ultrawide|ultra wide|cinemascope|anamorphic format|21 9",
    "4:1": "banner format|long banner format",
    "8:1": "ribbon format",
    "1:4": "tall banner format",
    "1:8": "bookmark format",
    "2:3": "2 3|book cover format",
    "3:2": "3 2",
    "3:4": "3 4",
    "4:3": "4 3",
    "4:5": "4 5",
    "5:4": "5 4",
}
JOINT_WORDS: dict[str, str] = {
    "a": "a|an|the|this|that one|its|his|her|their|another|my",
    "and": "and|plus|as well as|along with|together with|accompanied by|&|also",
    "with": "with|having|featuring|showing|includes|including|contains|containing",
    "without": "without|without any|excluding|minus|free of|devoid of|lacking|sans|instead of|rather than|"
    "except|except for|free from|leaving out|avoiding",
    "no": "no|not|none|never|nor|don't|do not|not any|neither|is not|isn't|are not|aren't|must not|should not|"
    "shouldn't|no sign of|not a single|absolutely no|zero|--no|negative prompt|negatives|avoid|exclude|leave out|"
    "do not include|don't include|do not show|don't show|do not add|don't add|do not draw|don't draw",
    "is": "is|are|stands|sits|rests|lies|was|were|be|being|appears",
    "that": "that|which|who|where|there|here",
    "says": "says|saying|reading|reads|that says|that reads|with the text|with the words|with the word|"
    "labeled|labelled|with lettering|lettered|written|with text|inscribed|printed with|"
    "with the lettering|text|spelling|the words|the word|with the inscription|with the label|caption|"
    "captioned|titled|named",
    "light": "light|lighting|lit|lights|illuminated|illumination|lit by|key light|sun|shining",
    "background": "background|wall|walls|back drop",
    "some": "some|several|a few|few|many|multiple|various|a bunch of|a group of|a number of|lots of|"
    "group of|a set of|a row of|row of|set of|a collection of|bunch of|pairs of",
    "side left": "on its left|on its left side|to its left|on the left|left|on the left side|at left|"
    "at the left|to the left|on left|on the left hand side",
    "side right": "on its right|on its right side|to its right|on the right|right|on the right side|"
    "at right|at the right|to the right|on right|on the right hand side",
    "from behind": "from behind",
    "from above": "from above|from up high",
    "from side": "from the side|from a side|side lit|sidelit|side light|side lighting",
    "from below": "from below|from down low",
    "both": "both|all",
    "each": "each|every",
    "other": "other|others|the other",
    "made of": "made of|made from|made out of|out of",
    "colored": "colored|coloured|painted|color|colour|colors|in color|in colour",
    "between": "between|in between|in the middle of|flanked by",
    "middle": "in the middle|in the center|in the centre|center|centre",
}
MADE_WORDS = (
    "photo|photograph|picture|image|photography|shot|product photo|product shot|still life|snapshot|scene|portrait|of|"
    "please|generate|create|make|draw|paint|show|me|i want|i would like|give me|can you|could you|an image of|"
    "a picture of|depicting|depicts|shows|showcasing|showcases|capturing|captures|ultra|very|just|only|really|quite|"
    "simply|extremely|highly|incredibly|lens|shot on|shot with|shot in|taken|taken with|taken on|captured|"
    "captured with|captured on|arranged|placed|resting|positioned|set|displayed|located|situated|isolated|exactly|"
    "these|those|each with|quick|simple|plain|we see|there is|there are|you can see|visible|seen|one can see"
)
"""Words that say that there is a picture: they add nothing to a plan, and are never unknown."""

SMALL_WORDS = (
    "i|you|he|she|we|they|him|them|us|hers|ours|theirs|its own|own|into|so|while|during|whose|whom|any|"
    "what|when|why|how|has|have|had|can|could|will|would|should|may|might|must|than|too|more|most|such|"
    "out|up|down|off|again|like|about|if|because|until|let|let us|let's|now|even|still|one of|it's|"
    "that's|there's|no more than|no less than|no fewer than|not only|not just|nothing but|no longer|no matter|"
    "no one|noone|nobody|without doubt|does|did|doing|done|get|got|put|looks|looking|look|looked|"
    "seems|using|use|used|via|per|across|among|amongst|amid|amidst|coming|comes|parked|filled|adorned|through|throughout|"
    "hello|hi|thanks|thank you|well|yes|ok|okay|kind of|sort of|type of|"
    "style|styled|style of|in the style of|mood|vibe|feel|feeling|atmosphere|add|adding|featured|want|"
    "need|together|surrounded by|side by side|different|each other|all over|item|items|object|objects|"
    "thing|things|subject|foreground|front|back|view|number|place|position|size|sized|shaped|shape|tone|"
    "tones"
)
"""Words that join others and name nothing themselves."""

EMPTY_WORDS = ("empty", "deserted", "unoccupied", "uninhabited", "abandoned", "desolate", "depopulated")
"""Words that say of a place that nobody is there."""

FILLED: dict[str, str] = {
    "cup": "cup of coffee|cup of tea|mug of coffee|mug of tea|coffee cup|cup of hot chocolate|mug of cocoa",
    "wine glass": "glass of red wine|glass of white wine|glass of water|glass of juice|glass of milk",
    "bottle": "bottle of wine|bottle of water|bottle of beer|bottle of milk",
}
"""Things named with what is in them."""

LENS_WORDS: dict[str, str] = {
    "f:2.0": "shallow depth of field|bokeh|blurred background|blurry background|out of focus background|"
    "soft background",
    "f:1.4": "very shallow depth of field|creamy bokeh|dreamy bokeh|strong bokeh|razor thin depth of field",
    "mm:24": "wide angle|wide angle lens|wide angle shot|wide angle view|wide angle photo|wide lens",
    "mm:14": "ultra wide angle|ultra wide angle lens|ultra wide lens|super wide angle|ultra wide shot",
    "mm:85": "portrait lens",
    "mm:135": "telephoto|telephoto lens|telephoto shot|tele lens|long lens",
    "f:11.0": "deep focus|everything in focus|deep depth of field|large depth of field",
}


def phrases() -> dict[tuple[str, ...], str]:
    """Every phrase, as lower-case words, with the name of its token; "" for words that are passed over."""
    out: dict[tuple[str, ...], str] = {}

    def put(text: str, token: str) -> None:
        out[tuple(text.replace("-", " ").split())] = token

    listed = [
        ("", SMALL_WORDS),
        ("", MADE_WORDS),
        ("", NOTED_WORDS),
        ("", "|".join((*CARVED_WORDS, *DECOR_WORDS, *FINISH_WORDS, *SCHEME_WORDS))),
        ("", "|".join(EMPTY_WORDS)),
        *LENS_WORDS.items(),
    ]
    listed += [
        (f"{name}:{value}", words) for name, table in _FIELDS.items() for value, words in table.items()
    ]
    for token, words in listed:
        for phrase in words.split("|"):
            put(phrase, token)
    for predicate, words in INVERSE_WORDS.items():
        for phrase in words.split("|"):
            put(phrase, f"rel:{predicate}")
    for word in JOINTS:
        out.setdefault(tuple(word.split()), f"say:{word}")
    nouns = {kind.name: kind.nouns for kind in KINDS.values()}
    named = [(kind, noun) for kind, listed in nouns.items() for noun in listed]
    named += [(kind, noun) for kind, words in FILLED.items() for noun in words.split("|")]
    for kind, noun in named:
        for form in (noun + "s", noun + "es", plural(noun)):
            put(form, f"kinds:{kind}")
    for kind, noun in named:
        put(noun, f"kind:{kind}")
    put("orange", "say:orange")
    put("glass", "say:glass")
    return out


_FIELDS: dict[str, dict[str, str]] = {
    "color": COLOR_WORDS,
    "material": MATERIAL_WORDS,
    "size": SIZE_WORDS,
    "pose": POSE_WORDS,
    "n": {str(n): words for n, words in COUNT_WORDS.items()},
    "rel": RELATION_WORDS,
    "place": PLACE_WORDS,
    "time": TIME_WORDS,
    "quality": QUALITY_WORDS,
    "key": KEY_WORDS,
    "view": VIEW_WORDS,
    "framing": FRAMING_WORDS,
    "look": LOOK_WORDS,
    "aspect": ASPECT_WORDS,
    "say": JOINT_WORDS,
}

if not (set(VIEW_WORDS) == set(VIEWS) and set(LOOK_WORDS) == set(LOOKS)):
    raise AssertionError("every view and look has its words")
