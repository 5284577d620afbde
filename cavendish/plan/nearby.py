"""Common words the world has no shape for, under the nearest thing it can draw: the answer always says so."""

from cavendish.plan.akin import AKIN
from cavendish.plan.kinds import plural

NEAR_COLORS: dict[str, str] = {
    "yellow": "blonde|blond",
}
NEAR_MATERIALS: dict[str, str] = {
    "plastic": "vinyl|silicone|lego|acrylic|resin|foam|inflatable",
    "ceramic": "made of ice|enamel|bone china",
    "stone": "plaster|slate stone|basalt|rocky",
    "metal": "rusty|copper metal|bronze metal|titanium|tinfoil|made of gold|made of silver|made of copper|"
    "golden metal|pewter|nickel",
    "glass": "transparent|clear|translucent|crystal|ice made|made of crystal|quartz|plexiglass|see through|glassy",
    "wood": "bamboo wood|wicker|cork|rattan|made of bamboo|plywood|oaken",
    "fabric": "silk|satin|linen|denim cloth|yarn made|knit|woven|denim|made of silk|lace|canvas cloth|corduroy|"
    "made of yarn",
    "leather": "suede|leatherette|made of suede",
    "rubber": "latex",
    "fur": "feathery|feathered|furred|woolly|hairy",
}
NEAR_PLACES: dict[str, str] = {
    "studio": "gallery|on stage|on a stage|on the stage|theatre stage|museum|museum room|warehouse|laboratory|lab|"
    "showroom|gym|runway",
    "table": "altar",
    "meadow": "farm|orchard|vineyard|savanna|savannah|yard|golf course|nature|outdoors|outside|moor|cornfield|"
    "wheat field|landscape|front yard|picnic area",
    "beach": "island|waves|bay|cove|tropical island|sandbox",
    "forest": "swamp|clearing",
    "street": "highway|parking lot|subway station",
    "kitchen": "dining room|pantry|bakery",
    "living room": "room|hallway|bathroom|carpeted floor|hotel room|nursery",
    "office": "meeting room|reception",
    "cafe": "restaurant|in a bar|at a bar|at the bar|in the bar|pub|in a pub|tea house|diner|bistro",
    "lake": "river|lagoon|swimming pool|pool|in the water|in water|on the water|on water|port|canal",
    "desert": "oasis|canyon|steppe",
    "mountains": "valley|cliff|glacier",
    "underwater": "aquarium|abyss",
    "space": "universe|nebula|space station",
}
NEAR_REST: dict[str, dict[str, str]] = {
    "time": {"night": "neon lights|neon|starlight|candlelight|candle light|firelight|stars|northern lights|"
        "dim light",
             "golden hour": "autumn light|hazy light|sun rays|god rays|misty morning|foggy morning",
             "noon": "summer day|spring day|blue sky|cloudless sky|winter day|spring|summer"},
    "quality": {"soft": "foggy|misty|cloudy|rainy|snowing|raining|hazy|window light|rain|fog|mist|"
        "ambient light|high key lighting|airy light",
                "hard": "dramatic light|dramatic lighting|dramatic|moody lighting|moody light|spotlighted|"
        "rembrandt lighting|low key lighting|chiaroscuro|chiaroscuro lighting"},
    "mm": {"14": "fisheye|fish eye|fisheye lens|fish eye lens"},
    "look": {"natural": "cartoon|anime|pixel art|drawing|illustration|comic style|"
        "vector art|cyberpunk|steampunk|surreal|abstract|pop art",
             "film": "cinestill|fujicolor|lomography|grainy|super 8|kodachrome|kodak gold|fuji superia|color negative",
             "portra 400": "portra 160|portra 800|kodak portra 160|kodak portra 800",
             "velvia 50": "velvia 100|fuji provia|fujifilm provia|provia|ektachrome|kodak ektachrome|slide film",
             "hp5": "ilford|ilford delta|ilford fp4|fp4|ilford film", "tri-x": "t max|tmax|kodak tmax|kodak t max",
             "vintage": "nostalgic|80s photo|1980s photo|1960s photo", "sepia": "daguerreotype|victorian photo|tintype",
             "polaroid": "instax",
             "oil painting": "watercolor|watercolour|watercolor painting|watercolour painting|impressionist|"
        "impressionism|impressionist painting|van gogh|monet|painterly|acrylic painting|gouache|gouache painting|"
        "impasto|renaissance painting|baroque painting",
             "pencil sketch": "charcoal drawing|charcoal sketch|line art|line drawing|ink drawing|pen and ink|manga|"
        "etching|engraving|drawing of"},
    "size": {"large": "tall|wide|long|fat|thick|grand|chunky|plump",
             "small": "short|thin|slim|compact|narrow|slender",
             "tiny": "microscopic|baby sized|pocket sized", "huge": "colossal|monumental|titanic"},
    "pose": {"lying": "sleeping|asleep|reclining|lounging|fallen|sprawled",
             "sitting": "crouching|kneeling|resting up",
             "standing": "walking|running|jumping|flying|dancing|playing|climbing|riding|driving|swimming|"
        "grazing|grazed|posing"},
    "rel": {"beside": "against|leaning on|leaning against|touching|facing|opposite|along|"
        "across from|towards",
            "on": "riding on", "behind": "beyond|far behind|past",
            "above": "floating above|hovering over|hanging over|flying over|high above",
             "below": "down below"},
}  # fmt: skip


def near_phrases() -> dict[tuple[str, ...], tuple[str, str]]:
    """Every such phrase, as lower-case words, with its token's name and the nearest thing's."""
    out: dict[tuple[str, ...], tuple[str, str]] = {}

    def put(text: str, token: str, name: str) -> None:
        out.setdefault(tuple(text.replace("-", " ").split()), (token, name))

    for kind, listed in AKIN.items():
        for noun in listed.split("|"):
            put(noun, f"kind:{kind}", kind)
    for kind, listed in AKIN.items():
        for noun in listed.split("|"):
            put(plural(noun), f"kinds:{kind}", kind)
            put(noun + "s", f"kinds:{kind}", kind)
    tables = {"color": NEAR_COLORS, "material": NEAR_MATERIALS, "place": NEAR_PLACES, **NEAR_REST}
    for field, table in tables.items():
        for value, listed in table.items():
            for phrase in listed.split("|"):
                put(phrase, f"{field}:{value}", value)
    return out
