"""Common words the world has no shape for, under the nearest thing it can draw: the answer always says so."""

from cavendish.plan.kinds import plural

NEAR_KINDS: dict[str, str] = {
    "cup": "saucepan|pan|hot chocolate|cocoa|pot|tankard|beaker|tumbler|kettle|teapot|coffee|tea|espresso|"
    "latte|cappuccino|jar|bucket|pail|thermos|chalice|stein|measuring cup|ladle|spoon|toothbrush|"
    "toothbrush holder",
    "bottle": "flacon|perfume|perfume bottle|beer|soda|ketchup|lotion|shampoo|cola|whiskey|whisky|"
    "champagne|fire extinguisher|thermometer|salt shaker|pepper mill|pepper shaker|spray can|knife|"
    "fork|pencil|pen|crayon|marker|toothpaste|lipstick|torch|flashlight|lighter|syringe|dispenser",
    "vase": "vase of flowers|vase with flowers|carafe|amphora|decanter|flowerpot|planter|trophy|statue|"
    "sculpture|bust|hourglass|fountain|pitcher|ewer",
    "wine glass": "champagne glass|cocktail|martini|cocktail glass|champagne flute|wine|lemonade|smoothie|"
    "milkshake|juice|light bulb|bulb|eyeglasses|spectacles|sunglasses",
    "bowl": "bowl of fruit|bowl of soup|bowl of rice|bowl of noodles|bowl of cereal|plate|saucer|tray|salad|"
    "soup|sink|bathtub|tub|pond|stew|ramen|noodles|pasta|spaghetti|rice|cereal|frying pan|skillet|wok|"
    "satellite dish|basket|nest|platter|curry",
    "book": "magazine|dictionary|bible|diary|journal|comic|album|folder|binder|envelope|letter|newspaper|"
    "map|wallet|tablet|ipad|kindle|phone|cell phone|smartphone|iphone|mobile phone|mobile|telephone|"
    "remote|tv remote|remote control|calculator|eraser|chocolate bar|passport|cards|card|brick|paper|"
    "document|clipboard|computer mouse",
    "clock": "watch|wristwatch|stopwatch|timer|compass|sundial|parking meter|gauge|thermostat|radio|"
    "speaker|metronome|oven|washing machine|fan|grandfather clock|pocket watch|toaster|microphone",
    "umbrella": "kite|parachute|tent|canopy|gazebo|sunshade|balloon|hot air balloon|jellyfish|butterfly|"
    "awning|fan palm",
    "chair": "bench|stool|couch|sofa|throne|bed|recliner|rocking chair|toilet|wheelchair|ottoman|pew|swing|"
    "nightstand|shelf|bookshelf|bookcase|cabinet|cupboard|wardrobe|dresser|ladder|stairs|piano|easel|"
    "hammock|crib|armoire|drawer|fence|gate|loveseat|beanbag|stroller|high chair|seat",
    "lamp": "lantern|chandelier|floor lamp|streetlight|street lamp|traffic light|stoplight|lighthouse|"
    "spotlight|lamp post|lamppost|street light|candelabra|torchiere|night light|lampshade|headlight",
    "suitcase": "bag|backpack|handbag|purse|briefcase|satchel|trunk|duffel bag|rucksack|tote|tote bag|"
    "fridge|refrigerator|freezer|safe|mailbox|letterbox|filing cabinet|dishwasher|stove|cooler|toolbox|"
    "luggage bag|shopping bag|schoolbag|accordion|fire hydrant|phone booth|hydrant|trash can|bin|"
    "dustbin|locker|vending machine",
    "potted plant": "flower|rose|tulip|daisy|sunflower|bouquet|fern|bonsai|succulent|lily|orchid|daffodil|"
    "herb|basil|ivy|flowers|leaf|shrub|hedge|seedling|sprout|broccoli|lettuce|cabbage|cauliflower|"
    "dandelion|poppy|lavender",
    "laptop": "tv|television|monitor|screen|keyboard|computer keyboard|desktop computer|macbook|"
    "notebook pc|typewriter|printer|scanner|projector|tv set|console|game console|display|"
    "tablet computer|flat screen",
    "sign": "stop sign|road sign|street sign|traffic sign|arrow|guitar|violin|surfboard|snowboard|"
    "skateboard|skis|ski|baseball bat|bat|tennis racket|racket|paddle|oar|shovel|broom|axe|hammer|"
    "wrench|screwdriver|flag|mirror|sword|notice|signpost board|nameplate|door|window|hockey stick|"
    "cricket bat|golf club|rake|spade|comb|hairbrush|trumpet|chalkboard sign|neon sign|shop sign|flute|"
    "saxophone|cello|harp|scissors|key|cross",
    "poster": "painting|picture frame|photo frame|frame|canvas|blackboard|whiteboard|chalkboard|"
    "advertisement|ad|flyer|calendar|menu|infographic|towel|blanket|rug|carpet|curtain|tapestry|mural|"
    "tie|scarf|shirt|t shirt|dress|coat|jacket|sweater|skirt|pants|jeans|trousers|apron|card board|"
    "bulletin board|artwork|logo",
    "gift box": "parcel|package|crate|cube|carton|cardboard box|chest|treasure chest|microwave|jewelry box|"
    "toaster oven|toy box|pillow|cushion|dice|die|block|drum|jukebox|aquarium|cage|stereo|camera|"
    "lunchbox|shoebox|tissue box|matchbox|music box|rubik's cube|boxes|mattress|sponge|soap|cheese|"
    "butter|bread|loaf",
    "candle": "torch light|matchstick|match|firework|incense|fireplace|campfire|bonfire|flame|fire|"
    "lipstick case|cigar|cigarette|column|pillar|obelisk|tower|skyscraper|chimney|chess piece|pawn",
    "hat": "helmet|beanie|sombrero|cowboy hat|baseball cap|bonnet|beret|turban|shoe|boot|boots|shoes|"
    "sneaker|sneakers|sandal|slipper|glove|baseball glove|mitten|sock|wig|frisbee|turtle|tortoise|ufo|"
    "flying saucer|sandals|high heels|straw hat|bowler hat|gloves|mittens|socks|party hat|hood",
    "crown": "ring|bracelet|necklace|jewel|jewelry|earring|wreath|diadem|diamond|gem|gemstone|pearl|medal|"
    "halo|treasure|coin|wedding ring",
    "apple": "pear|peach|plum|cherry|tomato|strawberry|pomegranate|nectarine|apricot|berry|cherries|"
    "strawberries|raspberry|blueberry|fig|mango|avocado|grape|grapes|kiwi|radish|beet|olive|egg|eggs|"
    "fruit|fruits|acorn|beetroot",
    "banana": "plantain|hot dog|hotdog|sausage|cucumber|zucchini|courgette|pea|pickle|boomerang|croissant|"
    "baguette|corn|corn cob|snake|worm|hose|rope|caterpillar|crescent|slug|lizard|crocodile|alligator|eel|"
    "sub sandwich",
    "orange": "lemon|lime|grapefruit|melon|peach fruit|passion fruit|persimmon|tennis ball|ping pong ball|"
    "marble|lemons|limes|citrus",
    "carrot": "parsnip|turnip|chili|chili pepper|ice cream cone|ice cream|cone|traffic cone|eggplant|"
    "aubergine|asparagus|fish|goldfish|shrimp|shark|whale|dolphin|salmon|lobster|pepper|sweet potato|"
    "squid|popsicle|tuna|crab",
    "cake": "pie|cupcake|muffin|cheesecake|brownie|pancake|pancakes|waffle|pudding|hamburger|burger|"
    "sandwich|pizza|cookie|cookies|tart|dessert|biscuit|wedding cake|taco|burrito|sushi|quiche|lasagna|"
    "drums|pastry|cakes stand|fudge",
    "donut": "bagel|pretzel|tire|tyre|wheel|steering wheel|lifebuoy|hula hoop|wreath ring|pastries|"
    "cinnamon roll|macaron|doughnut hole|inner tube|scone|cd|record|vinyl record",
    "pumpkin": "watermelon|cantaloupe|jack o lantern|gourd|potato|onion|garlic|pineapple|coconut|artichoke|"
    "melons|bell pepper|honeydew|rock|stone|boulder|potatoes|pumpkin pie",
    "mushroom": "fungus|fungi|truffle|champignon|parasol mushroom|button mushroom|bell|doorbell|jelly|"
    "coral|brain",
    "sports ball": "sphere|globe|orb|volleyball|baseball|tennis balls|bowling ball|golf ball|rugby ball|"
    "bubble|moon|planet|earth|bauble|ornament|christmas ornament|softball|billiard ball|yarn|"
    "ball of yarn|disco ball|mars|crystal ball|jupiter|saturn|meatball|pearl ball",
    "teddy bear": "bear|panda|koala|plush toy|stuffed animal|plushie|monkey|gorilla|ape|chimpanzee|chimp|"
    "doll|sloth|toy|toys|plush|soft toy|grizzly|grizzly bear|polar bear|brown bear|raccoon|otter|"
    "beaver|orangutan|gnome|hedgehog|wombat|ewok|monster|red panda|hamster|guinea pig|mole|badger|"
    "puppet",
    "dog": "wolf|fox|coyote|jackal|corgi|poodle|labrador|retriever|golden retriever|husky|dachshund|"
    "terrier|bulldog|beagle|pug|dalmatian|shepherd dog|german shepherd|chihuahua|hyena|dingo|deer|stag|"
    "reindeer|moose|elk|horse|pony|donkey|mule|zebra|cow|bull|calf|ox|camel|llama|alpaca|giraffe|pig|"
    "piglet|antelope|gazelle|unicorn|werewolf|boar|kangaroo|dinosaur|dragon|animal|animals|pet|pets|"
    "doge|greyhound|bison|buffalo|foal|dogs breed|tyrannosaurus",
    "cat": "tiger|lion|leopard|panther|cheetah|lynx|jaguar|cougar|puma|lioness|ocelot|siamese|tabby|tomcat|"
    "tabby cat|bobcat|sphinx|feline|big cat|meerkat|ferret|weasel|lemur|siamese cat|persian cat",
    "bird": "eagle|hawk|owl|parrot|crow|raven|pigeon|dove|seagull|gull|duck|duckling|goose|swan|chicken|"
    "hen|rooster|turkey|flamingo|peacock|canary|hummingbird|toucan|woodpecker|finch|falcon|stork|heron|"
    "ostrich|chick|bee|dragonfly|moth|insect|ladybug|beetle|fly|bat animal|bluebird|pelican|magpie|emu|"
    "swallow|kingfisher|vulture|cardinal bird|blue jay|parakeet|wasp|mosquito|ant|spider|grasshopper|"
    "phoenix|wren|quail",
    "rabbit": "squirrel|mouse|rat|chipmunk|gerbil|chinchilla|frog|toad|easter bunny|mice|bunny rabbit|"
    "snail|kangaroo rat|possum|opossum|gopher|squirrels",
    "penguin": "puffin|seal|sea lion|walrus|auk|skunk|emperor penguin|manatee|orca|cormorant|platypus",
    "sheep": "goat|ewe|cloud|clouds|ram sheep|kid goat|goats|poodle dog|mountain goat|yak|wool sheep",
    "elephant": "mammoth|rhino|rhinoceros|hippo|hippopotamus|tapir|woolly mammoth|anteater|triceratops|"
    "brontosaurus|elephant calf|armadillo",
    "person": "adult|baby|toddler|teenager|gentleman|people crowd|crowd|couple|friend|mother|father|mom|"
    "dad|mum|grandmother|grandfather|grandma|grandpa|son|daughter|brother|sister|wife|husband|king|"
    "queen|prince|princess|knight|soldier|doctor|nurse|teacher|student|chef|cook|farmer|policeman|"
    "police officer|firefighter|pilot|sailor|pirate|cowboy|ninja|samurai|wizard|witch|fairy|angel|elf|"
    "superhero|hero|clown|dancer|ballerina|singer|musician|actor|actress|model|artist|painter|writer|"
    "athlete|player|bride|groom|astronaut|scientist|worker|businessman|businesswoman|tourist|hiker|"
    "surfer|skier|runner|monk|nun|priest|detective|spy|vampire|zombie|ghost|mermaid|hand|hands|face|"
    "head|hair|mannequin|toy soldier|barista|character|figures|human|humans|viking|judge|waiter|thief|"
    "skeleton|santa|santa claus|warrior|mechanic|jogger|gardener|shepherd|fisherman|goddess|god|"
    "cyclist",
    "car": "taxi cab|cab|suv|limousine|convertible|sports car|race car|racing car|jeep|vehicle|vehicles|"
    "hatchback|ferrari|porsche|beetle car|minivan|coupe|police car|go kart|golf cart|tank|bicycle|bike|"
    "motorcycle|motorbike|scooter|moped|tricycle|cart|wagon|carriage|roadster|tesla|mini cooper|"
    "vintage car|snowmobile|atv|roller skate|lawn mower|lawnmower|pram|vacuum cleaner|hair drier|"
    "hair dryer|hairdryer|skates|iron appliance|rickshaw|sled|sleigh",
    "bus": "van|minibus|camper|camper van|caravan|motorhome|rv|trolleybus|double decker bus|double decker|"
    "campervan|ambulance|shuttle|food truck|ice cream truck|ice cream van|trailer",
    "truck": "tractor|fire truck|fire engine|bulldozer|excavator|dump truck|tow truck|garbage truck|semi|"
    "forklift|digger|delivery truck|crane|combine harvester|cement mixer|trucks lorry|semi truck|"
    "tanker|monster truck|firetruck",
    "train": "tram|subway|metro|streetcar|monorail|trolley|railway|carriage train|bullet train|wagon train|"
    "tube train|roller coaster|cable car",
    "airplane": "helicopter|biplane|glider|drone|fighter jet|airliner|seaplane|zeppelin|blimp|jumbo jet|"
    "hang glider|jet plane|airbus|boeing|propeller plane|paper plane|paper airplane|bomber|airship",
    "boat": "yacht|canoe|kayak|ferry|submarine|raft|rowboat|rowing boat|speedboat|cruise ship|gondola|"
    "tugboat|fishing boat|pirate ship|vessel|catamaran|dinghy|battleship|aircraft carrier|paper boat|"
    "jet ski|galleon|ark|tanker ship|motorboat",
    "tree": "pine|pine tree|palm|palm tree|birch|maple|willow|forest tree|christmas tree|fir|spruce|"
    "cherry tree|apple tree|trees forest|trunk tree|mountain|volcano|hill|bamboo|baobab|cypress|"
    "sequoia|redwood|cherry blossom|peak|fir tree|maple tree|olive tree|waterfall|iceberg|"
    "cliff|mountains|hills",
    "house": "hut|barn|shed|farmhouse|villa|mansion|bungalow|igloo|apartment|building|buildings|shop|store|"
    "hotel|school|church|chapel|cathedral|mosque|temple|museum|hospital|library building|factory|"
    "garage|birdhouse|dollhouse|doghouse|treehouse|windmill|mill|station|restaurant|cafe building|"
    "diner|log cabin|greenhouse|stable|bakery|pub|gingerbread house|town|village|chalet|"
    "office building|houses row|architecture|doll house|dog house|bridge|tent house|home|bus stop|"
    "market|supermarket|theater|theatre|cinema|post office|bank|townhouse|pagoda|kiosk",
    "snowman": "snow man|frosty|snow sculpture|yeti|abominable snowman|marshmallow man|matryoshka|"
    "russian doll|nesting doll|bowling pin|buddha|snowwoman",
    "rocket": "missile|space shuttle|satellite|space station|space probe|starship|spaceship rocket|bullet|"
    "torpedo|eiffel tower|church tower|pyramid|minaret|spire|telescope|lunar lander|cannon|firecracker|"
    "bomb",
    "robot": "cyborg|droid|mech|r2d2|transformer|terminator|machine|automaton|humanoid|gundam|wall e|c 3po|"
    "coffee machine|blender|mixer|sewing machine|stand mixer|gas pump|jukebox machine|slot machine|"
    "alien|golem|engine",
    "castle": "palace tower|fort|citadel|sandcastle|sand castle|kremlin|colosseum|taj mahal|ruins|"
    "stronghold|manor|disney castle|chateau|city|skyline|cityscape|stadium|monastery|big ben|monument|"
    "acropolis|fortified tower|maze",
    "cactus": "aloe|aloe vera|agave|cactus plant|prickly pear|yucca|coral reef|trident|candelabra tree|"
    "seaweed|thistle",
}
NEAR_COLORS: dict[str, str] = {
    "red": "maroon|burgundy|rust|wine red|brick red|garnet|cherry colored|copper",
    "orange": "peach colored|apricot colored|coral colored|terracotta|salmon colored|ginger",
    "yellow": "gold|golden|blonde|blond|cream|cream colored|straw colored|ochre|champagne colored",
    "green": "olive green|lime green|mint|mint green|sage|khaki|jade|chartreuse|moss green|sea green",
    "blue": "turquoise|teal|cyan|aqua|indigo|aquamarine|sapphire|denim|baby blue|periwinkle",
    "purple": "mauve|eggplant colored|amethyst|lavender color|maroon purple",
    "pink": "magenta|fuchsia|salmon pink|rose colored|peach pink|blush|coral pink",
    "brown": "beige|tan|bronze|caramel|coffee colored|hazel|sand colored|taupe|sepia|mahogany|auburn",
    "black": "charcoal|dark grey|dark gray|onyx|obsidian|slate",
    "white": "grey|gray|silver|ivory|pale|light grey|light gray|platinum|pearl white|cream white|"
    "transparent|clear",
}
NEAR_MATERIALS: dict[str, str] = {
    "plastic": "rubber|vinyl|latex|silicone|lego|acrylic|resin|wax|foam|inflatable",
    "ceramic": "marble stone|clay|granite|concrete|terracotta clay|made of stone|made of marble|"
    "made of clay|plaster|made of ice|stony|enamel|bone china",
    "metal": "rusty|copper metal|bronze metal|titanium|tinfoil|made of gold|made of silver|made of copper|"
    "golden metal|pewter|nickel",
    "glass": "crystal|ice made|made of crystal|quartz|plexiglass|see through|glassy",
    "wood": "bamboo wood|wicker|cardboard|cork|rattan|made of paper|made of cardboard|made of bamboo|"
    "plywood|oaken",
    "fabric": "leather|silk|satin|suede|fur|furry|fluffy|linen|denim cloth|made of leather|yarn made|knit|"
    "woven|made of silk|lace|canvas cloth|corduroy|made of fur|made of yarn",
}
NEAR_PLACES: dict[str, str] = {
    "studio": "street|city street|gallery|stage|floor|room|living room|bedroom|office|hallway|museum room|"
    "space|outer space|road|city background|warehouse|classroom|laboratory|showroom|garage floor|gym|"
    "runway|bathroom|concrete floor|carpeted floor|stairs case|rooftop|highway|parking lot|sidewalk|"
    "pavement|subway station|kitchen floor",
    "table": "kitchen|cafe|café|restaurant table|shelf top|windowsill|window sill|bench top|library|bar|"
    "nightstand top|picnic table|tablecloth|cutting board|dining room|coffee shop|bookshelf top|"
    "mantelpiece|tea house|pub table|altar",
    "meadow": "forest|woods|jungle|mountain meadow|valley|farm|orchard|vineyard|rainforest|savanna|"
    "savannah|woodland|playground|yard|snow|snowy field|snowy landscape|tundra|in the mountains|"
    "golf course|swamp|clearing|nature|outdoors|outside|moor|cornfield|wheat field|autumn forest|"
    "snowy forest|landscape",
    "beach": "desert|dunes|dune|lake|river|island|harbor|harbour|pier|dock|lakeside|riverbank|lagoon|"
    "swimming pool|pool|underwater|waves|bay|sand dunes|riverside|water|cove|tropical island|port|"
    "marina|oasis|sandbox|lakeshore",
}
NEAR_REST: dict[str, dict[str, str]] = {
    "time": {"night": "neon lights|neon|starlight|candlelight|candle light|firelight|stars|northern lights|"
        "dim light",
             "golden hour": "autumn light|hazy light|sun rays|god rays|misty morning|foggy morning|rainbow",
             "noon": "summer day|spring day|blue sky|cloudless sky|winter day|spring|summer"},
    "quality": {"soft": "foggy|misty|cloudy|rainy|snowing|raining|hazy|window light|rain|fog|mist|"
        "ambient light",
                "hard": "dramatic light|dramatic lighting|dramatic|moody lighting|moody|spotlighted|"
        "rembrandt lighting"},
    "look": {"natural": "oil painting|watercolor|watercolour|watercolor painting|cartoon|anime|pixel art|"
        "sketch|pencil drawing|drawing|illustration|impressionist|low poly|clay style|comic style|"
        "vector art|line art|cyberpunk|steampunk|surreal|abstract|pop art|pastel|isometric|manga|"
        "charcoal drawing|van gogh|painterly",
             "film": "polaroid|retro|vintage|sepia tone|nostalgic|cinestill|fujicolor|lomography|grainy|"
        "super 8"},
    "size": {"large": "tall|wide|long|fat|thick|grand|chunky|plump",
             "small": "short|thin|slim|compact|narrow|slender",
             "tiny": "microscopic|baby sized|pocket sized", "huge": "colossal|monumental|titanic"},
    "pose": {"lying": "sleeping|asleep|reclining|lounging|fallen|sprawled",
             "sitting": "crouching|kneeling|resting up",
             "standing": "walking|running|jumping|flying|dancing|playing|climbing|riding|driving|swimming|"
        "posing"},
    "rel": {"beside": "around|against|leaning on|leaning against|touching|facing|opposite|along|"
        "across from|towards",
            "on": "inside|inside of|within|into|wearing|riding on", "behind": "beyond|far behind|past",
            "above": "floating above|hovering over|hanging over|flying over|high above",
             "below": "down below"},
}  # fmt: skip


def near_phrases() -> dict[tuple[str, ...], tuple[str, str]]:
    """Every such phrase, as lower-case words, with its token's name and the nearest thing's."""
    out: dict[tuple[str, ...], tuple[str, str]] = {}

    def put(text: str, token: str, name: str) -> None:
        out.setdefault(tuple(text.replace("-", " ").split()), (token, name))

    for kind, listed in NEAR_KINDS.items():
        for noun in listed.split("|"):
            put(noun, f"kind:{kind}", kind)
    for kind, listed in NEAR_KINDS.items():
        for noun in listed.split("|"):
            put(plural(noun), f"kinds:{kind}", kind)
            put(noun + "s", f"kinds:{kind}", kind)
    tables = {"color": NEAR_COLORS, "material": NEAR_MATERIALS, "place": NEAR_PLACES, **NEAR_REST}
    for field, table in tables.items():
        for value, listed in table.items():
            for phrase in listed.split("|"):
                put(phrase, f"{field}:{value}", value)
    return out
