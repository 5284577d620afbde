"""Nouns that stand before nouns: a "dog bowl" is a bowl, a "dog collar" no dog."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from cavendish.plan.akin import AKIN
from cavendish.plan.hues import Stretch
from cavendish.plan.kinds import KINDS, plural

_HEADS = (
    "stroller|pram|bow|carriage|pacifier|rattle|clothes|"
    "antler|bag|bait|band|bandage|bank|bar|basin|batter|beak|bean|bell|belt|blade|board|bone|booth|bouquet|box|branch|"
    "brush|bulb|burner|butter|cable|cage|carcass|card|care|carrier|cart|case|cellar|charger|chip|claw|clip|coat|collar|"
    "cone|container|cord|core|costume|court|cover|crate|cream|crumb|cupboard|curtain|cushion|deck|design|dispenser|"
    "dough|drawing|drawer|ear|engine|eye|factory|fan|farm|feather|feeder|feet|field|fillet|filling|filter|fin|"
    "floor|foam|foot|footprint|fork|frame|frosting|fruit|fur|garden|garland|gear|glaze|grater|grinder|grove|guard|"
    "handle|harness|head|hide|hive|holder|hole|hood|hoof|hook|horn|ice|icing|ink|jack|jacket|jam|jelly|jersey|juice|keeper|"
    "kennel|kit|label|lace|latte|leaf|leash|leg|lens|lid|lights|liner|litter|lock|machine|maker|map|mask|mat|meat|mount|"
    "mousse|mouth|necklace|needle|nest|net|nose|nut|oil|opener|ornament|outfit|pack|packet|pad|paint|park|part|paste|"
    "pattern|paw|peel|peeler|pen|petal|pit|pod|pole|polish|powder|press|print|puree|rack|rail|ranch|rest|ribbon|"
    "rim|rind|ring|roast|rod|roll|room|root|salad|sauce|scraper|screen|seed|shack|shade|sheet|shell|shop|silhouette|skin|"
    "skull|sleeve|slicer|smoke|soap|soup|spray|sprig|sprout|stable|stain|stall|stamp|stand|station|steak|stem|stew|"
    "sticker|stock|stone|store|strap|straw|string|suit|sweater|syrup|tag|tail|tank|tape|tattoo|tea|tent|ticket|tongs|"
    "tooth|teeth|top|towel|toy|track|trailer|tray|trunk|tube|tusk|twig|uniform|vine|wall|wash|wax|web|wheel|whisker|"
    "windshield|window|wine|wing|wire|wood|wool|wrapper|yard|yolk|zest|tire|tyre|tread|spoke|mane|snout|trough|toothpaste"
)
"""Words that, right behind the name of a thing, make it say of what sort they are."""
_NAMES = (
    "tulip bulb|flower bulb|roast chicken|fried chicken|grilled chicken|rotisserie chicken|chicken wing|chicken breast|"
    "chicken leg|chicken nugget|roast duck|roast turkey|fish and chips|piggy bank|cat tree|"
    "fire extinguisher|fire escape|fire place|magnifying glass|stained glass|window glass|hour glass|"
    "egg cup|pencil case|pencil skirt|star anise|clock tower|bell tower|watch tower|water tower|"
    "tower block|dragon fruit|sea horse|sea lion|star fruit|monkey wrench|zebra crossing|bear trap|"
    "rabbit hole|fox hole|boxing ring|ear ring|nose ring|key ring|onion ring|bus stop|phone booth|"
    "mouse pad|book mark|horse shoe|snow globe|candle holder|candy cane|credit card|playing card|"
    "business card|gift card|bank card|train station|train track|ice cube|tea bag|coffee bean|"
    "coffee machine|coffee maker|coffee grinder|cherry picker|fruit bat|dust pan|pan flute|"
    "crab cake|fish cake|rice cake|moon cake|pan pipe|lamp shade|rubber band|hair band|hand cream|"
    "hand soap|fishing rod|fishing net|fishing line|pop corn|pepper mill|salt shaker|dog tag|"
    "cat walk|bull dozer|sausage roll|spring roll|toilet paper|toilet roll|shower head|shell fish|"
    "hot plate|license plate|number plate|tectonic plate|face mask|eye glass|opera glasses|"
    "night stand|hat stand|music stand|news stand|taxi rank|rain drop|tear drop|eye drop|log book|"
    "rock band|boy band|rock star|pop star|movie star|film star|sun tan|space suit|swim suit|"
    "bath robe|duck tape|sheep skin|lily pad"
)
"""Names made of others' names that mean neither, and nothing that a plan can hold."""
_PREPARED = frozenset(
    ("cake", "pizza", "sandwich", "bread", "croissant", "donut", "cookie", "ice cream", "hamburger", "hot dog",
     "bagel")
)  # fmt: skip
_LIVES = ("animal", "person")


@dataclass(frozen=True)
class Joined:
    """Two neighbours that are one name: the token's name that it has, and whether the first is left unsaid."""

    name: str
    lost: bool = False


def strange_names() -> dict[tuple[str, ...], str]:
    """The names that mean nothing known although their words do, one and many, as lower-case words."""
    return {tuple(form.split()): "word" for name in _NAMES.split("|") for form in (name, plural(name))}


def joined(reads: Sequence[Stretch], i: int) -> Joined | None:
    """What the i-th stretch and the next are together, where the first only says of what sort the second is.

    `lost` says that the first is somebody whom the answer must name as missing. None where both stand for themselves.
    """
    if i + 1 >= len(reads):
        return None
    field, kind = _noun(reads[i])
    owned = reads[i].text.lower().replace("’", "'").endswith(("'s", "s'"))
    if not kind or (field == "kinds" and not owned and kind != "person" and not KINDS[kind].plain):
        return None
    after, noun = reads[i + 1], _noun(reads[i + 1])[1]
    if noun:
        sorts = owned or (not _listed(reads, i) and _sorts(kind, noun))
        return Joined(after.name, lost=kind == "person" and not owned) if sorts else None
    if after.name.startswith("place:") and (owned or (kind == "person" and field == "kinds")):
        return Joined(after.name) if after.text.lower() not in _ADVERBS else None
    if after.name == "word" and (owned or after.text.lower() in _heads()):
        return Joined("word")
    return None


def leads(word: str) -> bool:
    """Whether a lower-case word, right behind one for somebody, is the noun that is meant: "cat" of "a chef cat"."""
    return bool(word) and (word in _nouns() or word in _heads())


def _noun(item: Stretch) -> tuple[str, str]:
    field, _, kind = item.name.partition(":")
    return (field, kind) if field in ("kind", "kinds") and kind in KINDS else ("", "")


def _listed(reads: Sequence[Stretch], i: int) -> bool:
    """Whether three names and more stand in a row, as tags do."""
    return any(
        j >= 0 and all(_noun(item)[1] for item in reads[j : j + 3]) and j + 3 <= len(reads)
        for j in (i - 1, i)
    )


def _sorts(kind: str, noun: str) -> bool:
    """Whether a kind's name before another's says of what sort that is: "cat bed", "lemon cake", not "cat dog"."""
    first, second = KINDS[kind], KINDS[noun]
    if second.group in _LIVES:
        return first.group == "person" and kind != noun
    if second.group == "food":
        return noun in _PREPARED and kind != noun
    return kind != noun and (second.group != "plant" or first.group in ("food", "plant"))


@cache
def _heads() -> frozenset[str]:
    return frozenset(form for word in _HEADS.split("|") for form in (word, plural(word)))


@cache
def _nouns() -> frozenset[str]:
    """The single words for one thing of the library, or near one, but for people, what they wear, and verbs alike."""
    own = {word for kind in KINDS.values() if kind.group not in ("person", "clothing") for word in kind.nouns}
    near = {
        word for kind, words in AKIN.items() if KINDS[kind].group == "animal" for word in words.split("|")
    }
    return frozenset(word for word in own | near if " " not in word) - _VERBS


_VERBS = frozenset(("fan", "fish", "bear", "fly", "cook", "hammer", "phone", "paddle", "surf", "kite", "duck", "bus",
                    "box", "present", "ski", "fork", "fire", "plant", "bike", "cycle", "ride", "skate", "figure",
                    "home", "light", "iron", "ring", "scooter", "canvas", "beacon", "set", "sink", "bat"))  # fmt: skip
_ADVERBS = ("indoors", "outdoors", "outside", "underwater", "downtown", "under water", "under the sea")
