"""How people say what things are made of, carved in, and patterned with."""

from cavendish.plan.lexicon import Decor, Finish, Material

MATERIAL_WORDS: dict[str, str] = {
    "plastic": "plastic|made of plastic|made from plastic|out of plastic",
    "ceramic": "ceramic|porcelain|pottery|earthenware|stoneware|glazed|china clay|made of ceramic|"
    "made of porcelain|made from ceramic",
    "metal": "metal|metallic|steel|iron|brass|chrome|aluminium|aluminum|tin|made of metal|made of steel|"
    "made from metal|stainless steel",
    "glass": "made of glass|made from glass|out of glass|crystal glass|see through glass",
    "wood": "wood|wooden|timber|oak wood|made of wood|made from wood|out of wood|carved wood|"
    "made out of wood",
    "fabric": "fabric|cloth|felt|woollen|woolen|wool|plush|knitted|cotton|textile|velvet|made of fabric|"
    "made of cloth|made of felt|made of wool|made from fabric|crocheted",
    "leather": "leather|leathery|made of leather|made from leather|out of leather|leather bound|faux leather",
    "rubber": "rubber|rubbery|made of rubber|made from rubber|out of rubber",
    "fur": "fur|furry|fluffy|fuzzy|shaggy|made of fur|faux fur",
    "marble": "made of marble|marble stone|carved marble|polished marble|white marble",
    "granite": "granite|made of granite|polished granite",
    "jade": "made of jade|carved jade|jade stone",
    "stone": "concrete|made of stone|stony|carved stone|limestone|made of concrete|made of rock",
    "brick": "made of bricks|made of brick|bricks|brickwork|red brick",
    "cobble": "cobblestone|cobblestones|cobbled|made of cobblestones",
    "clay": "made of clay|terracotta clay|plasticine|claymation clay",
    "gold": "solid gold|made of solid gold",
    "copper": "solid copper",
    "brushed metal": "brushed metal|brushed steel|brushed aluminium|brushed aluminum|brushed stainless steel",
    "paper": "cardboard|made of paper|papercraft|origami|made of cardboard|paper craft",
    "wax": "wax|made of wax|waxen|beeswax",
    "matte": "matte finish|matt finish|made of matte plastic|unglazed",
    "hair": "made of hair",
}
DECORS: dict[Decor, str] = {
    "striped": "striped|stripy|with stripes|stripes|pinstriped|banded",
    "spotted": "spotted|spotty|with spots|polka dot|polka dotted|polka dots|with polka dots|dotted|speckled|with dots",
    "checkered": "checkered|chequered|checked|with checks|gingham|plaid|tartan|checkerboard",
    "floral": "floral|flowery|flowered|with flowers on it|flower patterned|floral patterned|with a floral pattern|"
    "with a flower pattern|floral print",
    "sparkling": "sparkling|sparkly|glittering|glittery|glitter|sequined|shimmering|bedazzled",
}
"""The words for each pattern over a thing's colour."""
DECOR_WORDS: dict[str, Decor] = {word: decor for decor, words in DECORS.items() for word in words.split("|")}
FINISHES: dict[Finish, str] = {
    "matte": "matte|matt|matte finish|matt finish|flat finish|non glossy|powder coated|mattified",
    "satin": "satin finish|semi gloss|semi gloss finish|semi matte|semi matte finish|eggshell finish|soft sheen",
    "glossy": "glossy|gloss|shiny|high gloss|gloss finish|glossy finish|high gloss finish|lacquered|varnished|polished|"
    "polished finish|mirror finish|shining surface|reflective|highly polished",
    "frosted": "frosted|frosted finish|etched|sandblasted",
    "worn": "weathered|worn|distressed|weather beaten|battered|scuffed|tarnished|patinated|rusted|time worn",
}
"""The words for how smooth a thing's surfaces are."""
FINISH_WORDS: dict[str, Finish] = {
    word: finish for finish, words in FINISHES.items() for word in words.split("|")
}
CARVED_WORDS: tuple[str, ...] = tuple(
    f"{work} of {article}"
    for work in ("statue", "sculpture", "statuette", "carving", "figurine", "bust", "effigy", "figure")
    for article in ("a", "an", "the")
)
"""What begins "a statue of a dog": the thing itself, carved."""
NATURAL: dict[Material, str] = {
    "wood": "oak", "metal": "steel", "leather": "saddle brown", "marble": "marble", "granite": "granite",
    "jade": "jade", "stone": "stone", "brick": "brick", "cobble": "stone", "clay": "terracotta", "gold": "gold",
    "copper": "copper", "brushed metal": "silver", "paper": "paper", "wax": "wax",
}  # fmt: skip
"""The colour that a stuff has when nobody names one for a thing that is said to be made of it."""
