"""How large things are in life, so that a cup beside a dog is smaller than the dog: compressed, never erased."""

from cavendish.plan.schema import Thing

_LEVELS = (
    "bee|butterfly|ladybug|snail|shrimp|goldfish|mouse|ring|key|dice|chess piece|egg|cherry|strawberry|mushroom|"
    "cookie|watch|light bulb|snowflake",
    "cup|bottle|wine glass|bowl|fork|knife|spoon|plate|jar|teapot|candle|apple|banana|orange|carrot|donut|"
    "sandwich|broccoli|hot dog|pizza|bread|bagel|croissant|hamburger|ice cream|tomato|lemon|pear|peach|grapes|"
    "pineapple|pepper|corn|cake|book|clock|computer mouse|tv remote|cell phone|camera|glasses|glove|sneaker|scissors|"
    "toothbrush|pen|pencil|perfume bottle|hammer|rubber duck|toy blocks|frog|bird|fish|flower|rose|tulip|crown|tie|"
    "bell|hat|sports ball|frisbee|baseball glove|hair drier|pan|kettle|trophy|lantern|handbag|boot|vase|watermelon|"
    "pumpkin|squirrel|turtle|computer keyboard|microphone|headphones|basket|helmet|balloon|radio|gift box|bucket|drum",
    "dog|cat|rabbit|chicken|duck|owl|penguin|koala|raccoon|fox|monkey|swan|flamingo|octopus|teddy bear|suitcase|"
    "backpack|laptop|microwave|toaster|printer|fan|lamp|potted plant|cactus|sunflower|pillow|stool|t-shirt|dress|"
    "umbrella|guitar|violin|trumpet|globe|telescope|tv|painting|poster|skateboard|tennis racket|baseball bat|paddle|"
    "kite|flag|sign|fire hydrant|rock|log|robot|star|moon",
    "person|chair|couch|bed|dining table|toilet|bench|desk|shelf|rug|door|bathtub|oven|sink|refrigerator|"
    "washing machine|piano|bicycle|motorcycle|scooter|horse|cow|zebra|deer|camel|pig|sheep|kangaroo|bear|lion|tiger|"
    "panda|unicorn|snowman|skis|snowboard|surfboard|mailbox|parking meter|stop sign|bonfire|tent",
    "car|bus|truck|tractor|boat|helicopter|elephant|giraffe|dinosaur|dragon|whale|traffic light|street lamp|"
    "hot air balloon|igloo|wishing well|fountain|cloud|palm tree",
    "house|castle|lighthouse|windmill|lattice tower|church|barn|pyramid|bridge|boat dock|tree|pine tree|train|"
    "airplane|rocket|mountain",
)
"""Kinds by how large they are in life: what fits a palm, a hand, two arms; about a person's; a car's; a house's."""
LEVELS: dict[str, int] = {kind: level for level, names in enumerate(_LEVELS) for kind in names.split("|")}
_SHARES = (1.0, 0.88, 0.78, 0.70, 0.64, 0.60)
"""Of its usual size: what a thing has beside one that is so many levels larger."""


def lifelike(things: list[Thing]) -> list[Thing]:
    """The things, each of which no size was said for smaller the larger in life the largest beside it is."""
    levels = [LEVELS.get(thing.kind) if thing.parts is None else None for thing in things]
    most = max((level for level in levels if level is not None), default=0)
    return [
        thing if level is None or level == most or thing.size is not None
        else thing.model_copy(update={"size": _SHARES[most - level]})
        for thing, level in zip(things, levels, strict=True)
    ]  # fmt: skip
